import { parseInput } from '@app/http';
import { AnyRegion, Roles, Scope } from '@app/tenancy';
import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { settingsChangeSchema } from '../domain/tenant-settings.js';
import { TenantsService } from '../tenants.service.js';
import { TenantDto, TenantPatchDto, toTenantDto } from './dto/tenant.dto.js';

@ApiTags('tenants')
@ApiBearerAuth()
@Controller('v1/tenant')
export class TenantController {
  constructor(private readonly tenants: TenantsService) {}

  @Get()
  @AnyRegion()
  @Scope('tenant:read')
  @ApiOkResponse({ type: TenantDto })
  async read(): Promise<TenantDto> {
    return toTenantDto(await this.tenants.ownTenant());
  }

  @Patch()
  @Roles('admin')
  @ApiOkResponse({ type: TenantDto })
  async change(@Body() { name, region, ...settings }: TenantPatchDto): Promise<TenantDto> {
    const change = { name, region, settings: parseInput(settingsChangeSchema, settings) };
    return toTenantDto(await this.tenants.changeOwnTenant(change));
  }
}
