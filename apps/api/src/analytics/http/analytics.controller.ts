import { Roles, Scope } from '@app/tenancy';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnalyticsService, type Spending } from '../analytics.service.js';
import { CALL_COLUMNS, USAGE_COLUMNS } from '../domain/figures.js';
import { answerOf, usd } from './answers.js';
import { CostsDto, UsageFiguresDto } from './dto/figures.dto.js';
import { CostsQuery, UsageQuery } from './dto/questions.dto.js';

const shown = ({ spent, saved, forecast }: Spending) => ({
  spent: usd(spent),
  saved: usd(saved),
  forecast: usd(forecast),
});

@ApiTags('analytics')
@ApiBearerAuth()
@ApiProduces('application/json', 'text/csv')
@Roles('admin')
@Scope('analytics:read')
@Controller('v1/analytics')
export class AnalyticsController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Get('usage')
  @ApiOperation({ summary: 'What was worked on, and what calls to models came with it, by days in UTC' })
  @ApiOkResponse({ type: UsageFiguresDto })
  async usage(@Query() query: UsageQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    return answerOf(reply, 'usage', ['key', ...USAGE_COLUMNS], await this.analytics.usage(query));
  }

  @Get('costs')
  @ApiOperation({ summary: 'What calls to models cost and what caches saved, by days in UTC' })
  @ApiOkResponse({ type: CostsDto })
  async costs(@Query() query: CostsQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.analytics.costs(query);
    const spending = { total: shown(report.total), month: shown(report.month) };
    return answerOf(reply, 'costs', ['key', ...CALL_COLUMNS], report, spending);
  }
}
