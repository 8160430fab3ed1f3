import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Pseudonyms } from '../pseudonyms.service.js';
import { PseudonymizedDto, PseudonymTextDto, RevealedDto } from './dto/pseudonyms.dto.js';

@ApiTags('text')
@ApiBearerAuth()
@Controller('v1/privacy')
export class PseudonymsController {
  constructor(private readonly pseudonyms: Pseudonyms) {}

  @Post('pseudonymize')
  @Roles('analyst')
  @Scope('text:write')
  @HttpCode(200)
  @ApiOkResponse({ type: PseudonymizedDto })
  async replace(@Body() { text }: PseudonymTextDto): Promise<PseudonymizedDto> {
    const replaced = await this.pseudonyms.replace(text);
    return { text: replaced.text, entities: [...replaced.entities] };
  }

  @Post('reveal')
  @Roles('admin')
  @Scope('privacy:reveal')
  @HttpCode(200)
  @ApiOkResponse({ type: RevealedDto })
  reveal(@Body() { text }: PseudonymTextDto): Promise<RevealedDto> {
    return this.pseudonyms.reveal(text);
  }
}
