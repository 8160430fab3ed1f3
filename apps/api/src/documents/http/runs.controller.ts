import { publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DocumentsService } from '../documents.service.js';
import { runDiffView, runView } from '../domain/document-view.js';
import { RunHistory } from '../run-history.service.js';
import { DocumentDto, RunDto, RunListDto } from './dto/document.dto.js';
import { RunDiffDto, RunDiffQuery } from './dto/run-diff.dto.js';

@ApiTags('runs')
@ApiBearerAuth()
@Controller('v1')
export class RunsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly history: RunHistory,
  ) {}

  @Get('documents/:id/runs')
  @Scope('documents:read')
  @ApiOkResponse({ type: RunListDto })
  async runs(@Param('id') id: string) {
    return { items: (await this.documents.runsOf(requirePublicId('document', id))).map(runView), nextCursor: null };
  }

  @Get('runs/:id')
  @Scope('documents:read')
  @ApiOkResponse({ type: RunDto })
  async run(@Param('id') id: string) {
    const run = await this.documents.run(requirePublicId('run', id));
    return { ...runView(run), documentId: publicId('document', run.documentId), result: run.result };
  }

  @Get('runs/:id/diff')
  @Scope('documents:read')
  @ApiOkResponse({ type: RunDiffDto, description: 'What changed from the run `against` to this one' })
  async diff(@Param('id') id: string, @Query() { against }: RunDiffQuery) {
    return runDiffView(await this.history.diff(requirePublicId('run', id), requirePublicId('run', against)));
  }

  @Post('runs/:id/promote')
  @HttpCode(200)
  @Roles('analyst')
  @Scope('documents:write')
  @ApiOkResponse({ type: DocumentDto, description: 'The document, whose result the run is from now on' })
  async promote(@Param('id') id: string) {
    return this.documents.view(await this.history.promote(requirePublicId('run', id)));
  }
}
