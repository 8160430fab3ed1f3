import { ApiProperty } from '@nestjs/swagger';

const count = (description: string, example: number) => ({ type: 'integer', description, example }) as const;
const share = (description: string, example: number) =>
  ({
    type: 'number',
    nullable: true,
    description: `${description}; null where there is nothing to divide`,
    example,
  }) as const;
const time = (share: number, of: string, example: number) =>
  count(`Milliseconds that ${share} % of ${of} did not pass; at most 4.5 % from the exact figure`, example);
const money = (description: string, amount: string) =>
  ({
    type: 'object',
    properties: { amount: { type: 'string' }, currency: { type: 'string' } },
    description,
    example: { amount, currency: 'USD' },
  }) as const;
const KEY = 'The day (UTC), type, engine, model, user, purpose, provider or tenant; `none` where there is none';

interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Calls to models. They count once they have ended. */
export class CostRowDto {
  @ApiProperty({ description: KEY, example: 'openai/some-model' }) key!: string;
  @ApiProperty(count('Requests to providers', 120)) calls!: number;
  @ApiProperty(count('Requests that gave an answer of use', 117)) answered!: number;
  @ApiProperty(count('Answers that needed no request', 40)) cacheHits!: number;
  @ApiProperty(share('Share of pieces of work whose answer was in a cache', 0.2632)) cacheHitRate!: number | null;
  @ApiProperty(count('Requests after the first of their piece of work', 8)) retries!: number;
  @ApiProperty(share('Share of requests that were not the first', 0.0667)) retryRate!: number | null;
  @ApiProperty(share('Share of requests without an answer of use', 0.025)) errorRate!: number | null;
  @ApiProperty(count('All tokens of prompts', 240_000)) tokensIn!: number;
  @ApiProperty(count('Those of them that the provider had in its cache', 60_000)) tokensCached!: number;
  @ApiProperty(count('Tokens of answers', 18_000)) tokensOut!: number;
  @ApiProperty(money('What providers bill by their list prices', '0.046800000')) cost!: Money;
  @ApiProperty(money('What answers out of caches would have cost', '0.015600000')) savedCost!: Money;
  @ApiProperty(time(50, 'requests', 812)) latencyMsP50!: number;
  @ApiProperty(time(95, 'requests', 2_100)) latencyMsP95!: number;
  @ApiProperty(time(99, 'requests', 3_900)) latencyMsP99!: number;
}

export class UsageRowDto extends CostRowDto {
  @ApiProperty(count('Documents that were worked on, each once a day', 64)) documents!: number;
  @ApiProperty(count('Those of them that are e-mails and were triaged', 12)) emails!: number;
  @ApiProperty(count('Pages that were read; by type, pages of documents that were classified', 310)) pages!: number;
  @ApiProperty(count('Pieces of work: readings, classifications, extractions, triages, answers', 256)) runs!: number;
  @ApiProperty(count('Those of them whose result was there already', 3)) reused!: number;
  @ApiProperty(share('Mean share of fields that were found', 0.871)) fillRate!: number | null;
  @ApiProperty(time(50, 'pieces of work', 41)) durationMsP50!: number;
  @ApiProperty(time(95, 'pieces of work', 390)) durationMsP95!: number;
  @ApiProperty(time(99, 'pieces of work', 1_500)) durationMsP99!: number;
}

export class TenantUsageRowDto extends UsageRowDto {
  @ApiProperty({ example: 'Harbour Ltd' }) name!: string;
}

class PeriodDto {
  @ApiProperty({ format: 'date-time', description: 'Start of the first day, UTC', example: '2026-11-01T00:00:00.000Z' })
  from!: string;
  @ApiProperty({ format: 'date-time', description: 'End of the last day, UTC', example: '2026-12-01T00:00:00.000Z' })
  to!: string;
  @ApiProperty({ example: 'day' }) groupBy!: string;
}

export class UsageFiguresDto extends PeriodDto {
  @ApiProperty({ type: [UsageRowDto] }) rows!: UsageRowDto[];
}

export class TenantsUsageDto extends PeriodDto {
  @ApiProperty({ type: [TenantUsageRowDto] }) rows!: TenantUsageRowDto[];
}

export class ProvidersDto extends PeriodDto {
  @ApiProperty({ type: [CostRowDto] }) rows!: CostRowDto[];
}

class PeriodSpendingDto {
  @ApiProperty(money('So far', '3.120000000')) spent!: Money;
  @ApiProperty(money('By caches, so far', '0.840000000')) saved!: Money;
  @ApiProperty(money('At the end, if the rest goes like the part that is over', '4.457142857')) forecast!: Money;
}

export class CostsDto extends ProvidersDto {
  @ApiProperty({ type: PeriodSpendingDto, description: 'The period that was asked for' }) total!: PeriodSpendingDto;
  @ApiProperty({ type: PeriodSpendingDto, description: 'The running calendar month, UTC' }) month!: PeriodSpendingDto;
}

class QueueRowDto {
  @ApiProperty({ example: 'documents.read-document' }) queue!: string;
  @ApiProperty(count('Jobs that wait for a worker', 7)) waiting!: number;
  @ApiProperty(count('Jobs that are being done', 4)) active!: number;
  @ApiProperty(count('Jobs that were given up: dead letters', 0)) failed!: number;
  @ApiProperty({ type: 'number', description: 'For how long the oldest waiting job has been due', example: 1.5 })
  lagSeconds!: number;
}

export class QueuesDto {
  @ApiProperty({ type: [QueueRowDto] }) rows!: QueueRowDto[];
}
