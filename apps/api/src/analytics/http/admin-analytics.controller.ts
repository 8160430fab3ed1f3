import { tableOr } from '@app/http';
import { PlatformOnly } from '@app/tenancy';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnalyticsService } from '../analytics.service.js';
import { BacklogService } from '../backlog.service.js';
import { QUEUE_COLUMNS } from '../domain/backlog.js';
import { CALL_COLUMNS, USAGE_COLUMNS } from '../domain/figures.js';
import { answerOf } from './answers.js';
import { ProvidersDto, QueuesDto, TenantsUsageDto, UsageFiguresDto } from './dto/figures.dto.js';
import { AdminCostsQuery, AdminUsageQuery, PeriodQuery } from './dto/questions.dto.js';

@ApiTags('platform')
@ApiBearerAuth()
@ApiProduces('application/json', 'text/csv')
@PlatformOnly()
@Controller('v1/admin/analytics')
export class AdminAnalyticsController {
  constructor(
    private readonly analytics: AnalyticsService,
    private readonly backlog: BacklogService,
  ) {}

  @Get('usage')
  @ApiOperation({ summary: 'Usage over all tenants, by days in UTC' })
  @ApiOkResponse({ type: UsageFiguresDto })
  async usage(@Query() query: AdminUsageQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    return answerOf(reply, 'usage', ['key', ...USAGE_COLUMNS], await this.analytics.usageOfAll(query));
  }

  @Get('tenants')
  @ApiOperation({ summary: 'Usage of each tenant, with its name' })
  @ApiOkResponse({ type: TenantsUsageDto })
  async tenants(@Query() query: PeriodQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    return answerOf(reply, 'tenants', ['key', 'name', ...USAGE_COLUMNS], await this.analytics.tenantsOfAll(query));
  }

  @Get('providers')
  @ApiOperation({ summary: 'Calls to models over all tenants, by days in UTC' })
  @ApiOkResponse({ type: ProvidersDto })
  async providers(@Query() query: AdminCostsQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    return answerOf(reply, 'providers', ['key', ...CALL_COLUMNS], await this.analytics.costsOfAll(query));
  }

  @Get('queues')
  @ApiOperation({ summary: 'Work that waits, by queue, as it is now' })
  @ApiOkResponse({ type: QueuesDto })
  async queues(@Res({ passthrough: true }) reply: FastifyReply) {
    const rows = await this.backlog.queues();
    return tableOr(reply, 'queues', QUEUE_COLUMNS, rows, () => ({ rows }));
  }
}
