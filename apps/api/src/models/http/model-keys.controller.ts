import { Roles } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { type TenantKey, TenantModelsService } from '../tenant-models.service.js';
import { ModelKeyListDto, ModelKeysInputDto } from './dto/model-keys.dto.js';

const PROVIDER = { name: 'provider', description: 'As the configuration of the service names it', example: 'openai' };

const shown = (keys: readonly TenantKey[]): ModelKeyListDto => ({
  items: keys.map(({ provider, keyId, createdAt }) => ({
    provider,
    fingerprint: keyId,
    createdAt: createdAt.toISOString(),
  })),
});

/** The tenant's own keys at providers: its calls are made with them instead of with the service's. */
@ApiTags('tenants')
@ApiBearerAuth()
@Roles('admin')
@Controller('v1/tenant/model-keys')
export class ModelKeysController {
  constructor(private readonly models: TenantModelsService) {}

  @Get()
  @ApiOkResponse({ type: ModelKeyListDto })
  async list(): Promise<ModelKeyListDto> {
    return shown(await this.models.listKeys());
  }

  @Put(':provider')
  @ApiParam(PROVIDER)
  @ApiOkResponse({ type: ModelKeyListDto, description: 'The keys for this provider' })
  async replace(@Param('provider') provider: string, @Body() { keys }: ModelKeysInputDto): Promise<ModelKeyListDto> {
    return shown(await this.models.replaceKeys(provider, keys));
  }

  @Delete(':provider')
  @HttpCode(204)
  @ApiParam(PROVIDER)
  @ApiNoContentResponse()
  async remove(@Param('provider') provider: string): Promise<void> {
    await this.models.removeKeys(provider);
  }
}
