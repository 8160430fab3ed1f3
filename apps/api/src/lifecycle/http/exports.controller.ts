import { decodeCursor, pageOf, PageQuery, parseInput, requestTraceparent, waitSecondsOf } from '@app/http';
import { publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { identifiersOf, subjectSchema } from '../domain/subject.js';
import { Exports } from '../exports.service.js';
import { ExportDto, ExportListDto, NewExportDto } from './dto/export.dto.js';
import { exportView } from './export-view.js';

const newExport = z.strictObject({ subject: subjectSchema, preview: z.boolean().default(false) });

@ApiTags('privacy')
@ApiBearerAuth()
@Roles('admin')
@Controller('v1/privacy/exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Post()
  @Scope('compliance:write')
  @ApiOperation({ summary: 'Packs all that is held on a person into an archive, or only counts what that would be' })
  @ApiBody({ type: NewExportDto })
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end, 0 to 60' })
  @ApiAcceptedResponse({ type: ExportDto, description: 'It will be made, whatever happens to the service meanwhile' })
  @ApiOkResponse({ type: ExportDto, description: 'With ?wait: it has ended' })
  async request(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExportDto> {
    const seconds = waitSecondsOf(request, 0);
    const { subject, preview } = parseInput(newExport, body);
    const id = await this.exports.request(identifiersOf(subject), preview, requestTraceparent(request));
    const made = await this.exports.waitFor(id, seconds);
    const ended = made.completedAt !== null;
    void reply
      .status(seconds > 0 && ended ? 200 : 202)
      .header('location', `/v1/privacy/exports/${publicId('subjectExport', id)}`);
    if (!ended) void reply.header('retry-after', '2');
    return exportView(made);
  }

  @Get()
  @Scope('compliance:read')
  @ApiOperation({ summary: 'What was handed out, or counted, the newest first' })
  @ApiOkResponse({ type: ExportListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<ExportListDto> {
    const rows = await this.exports.list(limit + 1, decodeCursor(cursor));
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => id, exportView);
    return { items: [...items], nextCursor };
  }

  @Get(':id')
  @Scope('compliance:read')
  @ApiOkResponse({ type: ExportDto })
  async get(@Param('id') id: string): Promise<ExportDto> {
    return exportView(await this.exports.get(requirePublicId('subjectExport', id)));
  }

  // The content of documents: a key that may only look at what was done does not get it.
  @Get(':id/file')
  @Scope('compliance:write')
  @ApiOperation({
    summary: 'The archive. It holds whole documents, which may name others: look through it before it is handed out',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const uuid = requirePublicId('subjectExport', id);
    const { content, sizeBytes, sha256 } = await this.exports.open(uuid);
    const digest = Buffer.from(sha256, 'hex').toString('base64');
    void reply.header('cache-control', 'no-store').header('repr-digest', `sha-256=:${digest}:`);
    return new StreamableFile(content, {
      type: 'application/zip',
      disposition: `attachment; filename="${publicId('subjectExport', uuid)}.zip"`,
      length: sizeBytes,
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @Scope('compliance:write')
  @ApiOperation({ summary: 'Removes the archive, or gives up making it; that it was asked for stays in the list' })
  @ApiNoContentResponse()
  async delete(@Param('id') id: string): Promise<void> {
    await this.exports.delete(requirePublicId('subjectExport', id));
  }
}
