import { PlatformOnly, Roles, Scope } from '@app/tenancy';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnalyticsService, type UsageReport } from '../analytics.service.js';
import { usageCsv } from '../domain/usage.js';
import { AdminUsageQuery, UsageDto, UsageQuery } from './usage.dto.js';

const wantsCsv = (request: FastifyRequest): boolean => /\btext\/csv\b/.test(request.headers.accept ?? '');

/** JSON, or with `Accept: text/csv` the same rows as a table. */
function answer(report: UsageReport, request: FastifyRequest, reply: FastifyReply) {
  if (wantsCsv(request)) {
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="usage.csv"');
    return usageCsv(report.rows);
  }
  return {
    from: report.from.toISOString(),
    to: report.to.toISOString(),
    groupBy: report.groupBy,
    rows: report.rows.map(({ cost, ...row }) => ({ ...row, cost: { amount: cost, currency: 'USD' } })),
  };
}

@ApiTags('analytics')
@ApiBearerAuth()
@ApiProduces('application/json', 'text/csv')
@Controller('v1')
export class UsageController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Get('analytics/usage')
  @Roles('admin')
  @Scope('analytics:read')
  @ApiOkResponse({ type: UsageDto })
  async usage(
    @Query() query: UsageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.analytics.usage(query), request, reply);
  }

  @Get('admin/analytics/usage')
  @PlatformOnly()
  @ApiOkResponse({ type: UsageDto })
  async adminUsage(
    @Query() query: AdminUsageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.analytics.usageOfAll(query), request, reply);
  }
}
