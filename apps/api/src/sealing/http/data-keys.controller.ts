import { publicId, requirePublicId } from '@app/kernel';
import { PlatformOnly } from '@app/tenancy';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type DataKeyStatus, DataKeyRotation } from '../data-key-rotation.service.js';
import { DataKeyDto } from './dto/data-key.dto.js';

const statusView = ({ tenantId, activeFrom, progress, ...rest }: DataKeyStatus): DataKeyDto => ({
  tenantId: publicId('tenant', tenantId),
  ...rest,
  activeFrom: activeFrom.toISOString(),
  lookedThrough: { once: progress.once, twice: progress.twice, of: progress.works },
  valuesThatDoNotOpen: progress.failed,
});

@ApiTags('platform')
@ApiBearerAuth()
@PlatformOnly()
@Controller('v1/admin/tenants/:id/data-key')
export class DataKeysController {
  constructor(private readonly rotation: DataKeyRotation) {}

  @Get()
  @ApiOperation({ summary: 'The data key of a tenant, and how far a rotation is' })
  @ApiOkResponse({ type: DataKeyDto })
  async get(@Param('id') id: string): Promise<DataKeyDto> {
    return statusView(await this.rotation.status(requirePublicId('tenant', id)));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Makes a new version of the data key; the older one goes when nothing stands under it any more',
  })
  @ApiAcceptedResponse({ type: DataKeyDto })
  async rotate(@Param('id') id: string): Promise<DataKeyDto> {
    return statusView(await this.rotation.rotate(requirePublicId('tenant', id)));
  }
}
