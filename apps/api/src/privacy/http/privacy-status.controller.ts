import { AnyRegion, Roles, Scope } from '@app/tenancy';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PrivacyStatusService } from '../privacy-status.service.js';
import { PrivacyStatusDto, toPrivacyStatusDto } from './dto/privacy-status.dto.js';

@ApiTags('compliance')
@ApiBearerAuth()
@Controller('v1/privacy/status')
export class PrivacyStatusController {
  constructor(private readonly privacy: PrivacyStatusService) {}

  @Get()
  @Roles('admin')
  @Scope('compliance:read')
  @AnyRegion()
  @ApiOkResponse({ type: PrivacyStatusDto })
  async read(): Promise<PrivacyStatusDto> {
    return toPrivacyStatusDto(await this.privacy.status());
  }
}
