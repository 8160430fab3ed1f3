import { decodeCursor, PageQuery, pageOf, parseInput } from '@app/http';
import { requirePublicId } from '@app/kernel';
import { PlatformOnly } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { settingsChangeSchema } from '../domain/tenant-settings.js';
import { TenantDeletion } from '../tenant-deletion.service.js';
import { TenantsService } from '../tenants.service.js';
import { AdminTenantPatchDto, TenantDto, TenantListDto, toTenantDto } from './dto/tenant.dto.js';

/** Tenants for the platform. Making one is in the room above, because it makes the first user too. */
@ApiTags('platform')
@ApiBearerAuth()
@PlatformOnly()
@Controller('v1/admin/tenants')
export class AdminTenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly deletion: TenantDeletion,
  ) {}

  @Get()
  @ApiOkResponse({ type: TenantListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<TenantListDto> {
    const rows = await this.tenants.listTenants(decodeCursor(cursor), limit + 1);
    const page = pageOf(rows, limit, ({ id }) => id, toTenantDto);
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  @Get(':id')
  @ApiOkResponse({ type: TenantDto })
  async read(@Param('id') id: string): Promise<TenantDto> {
    return toTenantDto(await this.tenants.getTenant(requirePublicId('tenant', id)));
  }

  @Patch(':id')
  @ApiOkResponse({ type: TenantDto })
  async change(@Param('id') id: string, @Body() body: AdminTenantPatchDto): Promise<TenantDto> {
    const { name, region, plan, status, ...settings } = body;
    const change = { name, region, plan, status, settings: parseInput(settingsChangeSchema, settings) };
    return toTenantDto(await this.tenants.changeTenant(requirePublicId('tenant', id), change));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends a tenant at once; its data go when the time of grace is over' })
  @ApiNoContentResponse()
  async remove(@Param('id') id: string): Promise<void> {
    await this.deletion.delete(requirePublicId('tenant', id));
  }
}
