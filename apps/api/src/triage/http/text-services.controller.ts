import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TextServices } from '../text-services.service.js';
import {
  DetectedLanguagesDto,
  DetectedPersonalDataDto,
  DetectLanguageDto,
  DetectPersonalDataDto,
  RedactDto,
  RedactedDto,
} from './dto/text-services.dto.js';

@ApiTags('text')
@ApiBearerAuth()
@Roles('viewer')
@Controller('v1')
export class TextServicesController {
  constructor(private readonly services: TextServices) {}

  @Post('language/detect')
  @HttpCode(200)
  @Scope('text:read')
  @ApiOkResponse({ type: DetectedLanguagesDto })
  async detectLanguage(@Body() { texts }: DetectLanguageDto): Promise<DetectedLanguagesDto> {
    return { results: await this.services.detectLanguages(texts) };
  }

  @Post('privacy/detect')
  @HttpCode(200)
  @Scope('text:read')
  @ApiOkResponse({ type: DetectedPersonalDataDto })
  async detect(@Body() { text }: DetectPersonalDataDto): Promise<DetectedPersonalDataDto> {
    return { entities: [...(await this.services.detectPersonalData(text))] };
  }

  @Post('privacy/redact')
  @HttpCode(200)
  @Scope('text:read')
  @ApiOkResponse({ type: RedactedDto })
  async redact(@Body() { text, mode }: RedactDto): Promise<RedactedDto> {
    const { text: redacted, entities } = await this.services.redact(text, mode);
    return { text: redacted, entities: [...entities] };
  }
}
