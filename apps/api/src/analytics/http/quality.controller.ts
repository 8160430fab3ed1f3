import { tableOr } from '@app/http';
import { Clock } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type QualityRow, QualityService } from '../../quality/index.js';
import { periodOf } from '../domain/period.js';
import { QualityDto, QualityQuery } from './dto/quality.dto.js';

const COLUMNS = [
  'key',
  'from',
  'to',
  'verdicts',
  'confidence',
  'accuracy',
  'accepted',
  'corrected',
  'rejected',
  'withoutValue',
  'calibrationError',
] as const;

/** A line for each bin, after one for the whole group, whose bounds are empty. */
const linesOf = ({ bins, ...row }: QualityRow) => [
  { ...row, from: null, to: null },
  ...bins.map((bin) => ({
    key: row.key,
    accepted: null,
    corrected: null,
    rejected: null,
    withoutValue: null,
    calibrationError: null,
    ...bin,
  })),
];

@ApiTags('analytics')
@ApiBearerAuth()
@ApiProduces('application/json', 'text/csv')
@Roles('admin')
@Scope('analytics:read')
@Controller('v1/analytics/quality')
export class QualityController {
  constructor(
    private readonly quality: QualityService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How far confidences can be believed, by what people said in reviews' })
  @ApiOkResponse({ type: QualityDto })
  async report(@Query() { from, to, groupBy, kind }: QualityQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const period = periodOf(from, to, this.clock.now());
    const { rows, ...rest } = await this.quality.report({ ...period, groupBy, kind });
    return tableOr(reply, 'quality', COLUMNS, rows.flatMap(linesOf), () => ({
      from: period.from.toISOString(),
      to: period.to.toISOString(),
      groupBy,
      kind,
      rows,
      ...rest,
    }));
  }
}
