import { decodeCursor, pageOf, PageQuery } from '@app/http';
import { publicId, requirePublicId } from '@app/kernel';
import { PlatformOnly } from '@app/tenancy';
import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Deletion, KEPT_AT_END, TRAIL_TABLES } from '../domain/tenant-end.js';
import { TenantDeletions } from '../tenant-deletions.service.js';
import { type KeptDto, TenantDeletionDto, TenantDeletionListDto } from './dto/tenant-deletion.dto.js';

const keptOf = (trailUntil: Date | null): KeptDto[] =>
  Object.entries(KEPT_AT_END).map(([where, why]) => ({
    where,
    why,
    until: TRAIL_TABLES.has(where) ? (trailUntil?.toISOString() ?? null) : null,
  }));

const deletionView = ({ tenantId, state, dueAt, receipt, ...deletion }: Deletion): TenantDeletionDto => ({
  tenantId: publicId('tenant', tenantId),
  status: state,
  dueAt: dueAt.toISOString(),
  receipt: { ...receipt, kept: keptOf(deletion.trailUntil) },
  createdAt: deletion.createdAt.toISOString(),
  completedAt: deletion.completedAt?.toISOString() ?? null,
});

@ApiTags('platform')
@ApiBearerAuth()
@PlatformOnly()
@Controller('v1/admin')
export class TenantDeletionsController {
  constructor(private readonly deletions: TenantDeletions) {}

  @Get('tenant-deletions')
  @ApiOkResponse({ type: TenantDeletionListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<TenantDeletionListDto> {
    const rows = await this.deletions.list(decodeCursor(cursor), limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, ({ tenantId }) => tenantId, deletionView);
    return { items: [...items], nextCursor };
  }

  @Get('tenants/:id/deletion')
  @ApiOperation({ summary: 'How far the end of a tenant is; its receipt, when it is over' })
  @ApiOkResponse({ type: TenantDeletionDto })
  async get(@Param('id') id: string): Promise<TenantDeletionDto> {
    return deletionView(await this.deletions.get(requirePublicId('tenant', id)));
  }

  @Delete('tenants/:id/deletion')
  @HttpCode(204)
  @ApiOperation({ summary: 'Undoes the deletion of a tenant, before its time of grace is over' })
  @ApiNoContentResponse()
  async cancel(@Param('id') id: string): Promise<void> {
    await this.deletions.cancel(requirePublicId('tenant', id));
  }
}
