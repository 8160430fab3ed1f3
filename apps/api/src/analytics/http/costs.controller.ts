import { PlatformOnly, Roles, Scope } from '@app/tenancy';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CostReport, CostsService } from '../costs.service.js';
import { costCsv, type CostRow } from '../domain/costs.js';
import { AdminCostsDto, AdminCostsQuery, CostsDto, CostsQuery } from './costs.dto.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const shown = ({ cost, savedCost, ...row }: CostRow) => ({ ...row, cost: usd(cost), savedCost: usd(savedCost) });

const reportOf = ({ from, to, groupBy, rows }: CostReport) => ({
  from: from.toISOString(),
  to: to.toISOString(),
  groupBy,
  rows: rows.map(shown),
});

const wantsCsv = (request: FastifyRequest): boolean => /\btext\/csv\b/.test(request.headers.accept ?? '');

function csvOf({ rows }: CostReport, reply: FastifyReply): string {
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="costs.csv"');
  return costCsv(rows);
}

@ApiTags('analytics')
@ApiBearerAuth()
@ApiProduces('application/json', 'text/csv')
@Controller('v1')
export class CostsController {
  constructor(private readonly costs: CostsService) {}

  @Get('analytics/costs')
  @Roles('admin')
  @Scope('analytics:read')
  @ApiOkResponse({ type: CostsDto })
  async ofTenant(
    @Query() query: CostsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const report = await this.costs.ofTenant(query);
    if (wantsCsv(request)) return csvOf(report, reply);
    return { ...reportOf(report), month: { spent: usd(report.month.spent), forecast: usd(report.month.forecast) } };
  }

  @Get('admin/analytics/providers')
  @PlatformOnly()
  @ApiOkResponse({ type: AdminCostsDto })
  async ofAll(
    @Query() query: AdminCostsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const report = await this.costs.ofAll(query);
    return wantsCsv(request) ? csvOf(report, reply) : reportOf(report);
  }
}
