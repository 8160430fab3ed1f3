import { AppError, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Corrections } from '../corrections.service.js';
import { CorrectionInputDto } from './dto/correction.dto.js';
import { TriageDto } from './dto/triage.dto.js';

/** What people say of triages. */
@ApiTags('triage')
@ApiBearerAuth()
@Controller('v1/documents')
export class CorrectionsController {
  constructor(private readonly corrections: Corrections) {}

  @Post(':id/triage/corrections')
  @Roles('analyst')
  @Scope('documents:write')
  @ApiCreatedResponse({ type: TriageDto, description: 'The corrected triage, which is the result from now on' })
  async correct(@Param('id') id: string, @Body() said: CorrectionInputDto): Promise<TriageDto> {
    const given = Object.entries(said).filter(([, value]) => value !== undefined);
    const documentId = requirePublicId('document', id);
    if (given.length === 0)
      throw new AppError('invalid_input', 'invalid', {
        detail: 'The request is not valid.',
        errors: [{ pointer: '', detail: 'must correct something' }],
      });
    return (await this.corrections.correct(documentId, Object.fromEntries(given))) as unknown as TriageDto;
  }
}
