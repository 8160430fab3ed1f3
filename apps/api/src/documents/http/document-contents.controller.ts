import { AppError, requirePublicId } from '@app/kernel';
import type { StoredReading } from '@app/reading';
import { Scope } from '@app/tenancy';
import { Controller, Get, Param, ParseIntPipe, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiOkResponse,
  ApiProduces,
  ApiPropertyOptional,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DocumentContents, DocumentsService } from '../documents.service.js';
import { toMarkdown } from '../domain/markdown.js';
import { LiveDocuments } from '../live.service.js';
import { ReadingDto } from './dto/reading.dto.js';
import { streamEvents } from './event-stream.js';

const FORMATS = ['plain', 'markdown', 'json'] as const;

/** Members of archives keep their folders in their name; a download has none. */
const lastOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

export class TextQuery {
  @ApiPropertyOptional({ enum: FORMATS, default: 'plain' })
  @IsOptional()
  @IsIn(FORMATS)
  format: (typeof FORMATS)[number] = 'plain';
}

@ApiTags('documents')
@ApiBearerAuth()
@ApiExtraModels(ReadingDto)
@Controller('v1')
export class DocumentContentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly contents: DocumentContents,
    private readonly live: LiveDocuments,
  ) {}

  @Get('documents/:id/content')
  @Scope('documents:read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const document = await this.documents.get(requirePublicId('document', id));
    // A sandboxed, never rendered download: what was uploaded must not run as a page of this origin.
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(await this.contents.bytes(document), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(lastOf(document.filename))}`,
      length: document.sizeBytes,
    });
  }

  @Get('documents/:id/text')
  @Scope('documents:read')
  @ApiOkResponse({
    description:
      'The text; as Markdown with headings, lists and tables; or as JSON with pages, lines, words and blocks.',
    content: {
      'text/plain': { schema: { type: 'string' } },
      'text/markdown': { schema: { type: 'string' } },
      'application/json': { schema: { $ref: getSchemaPath(ReadingDto) } },
    },
  })
  async text(@Param('id') id: string, @Query() query: TextQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const document = await this.documents.get(requirePublicId('document', id));
    if (query.format === 'plain') {
      void reply.header('content-type', 'text/plain; charset=utf-8');
      return this.contents.text(document);
    }
    const reading = await this.contents.reading(document);
    if (query.format === 'json') return jsonOf(reading);
    void reply.header('content-type', 'text/markdown; charset=utf-8');
    return reading ? toMarkdown(reading) : '';
  }

  @Get('documents/:id/pages/:page/image')
  @Scope('documents:read')
  @ApiProduces('image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pageImage(@Param('id') id: string, @Param('page', ParseIntPipe) page: number): Promise<StreamableFile> {
    const document = await this.documents.get(requirePublicId('document', id));
    const pages = document.receipt?.pages.total ?? 0;
    if (page < 1 || page > pages)
      throw new AppError('page_not_found', 'not_found', { detail: `The document has ${pages} pages.` });
    return new StreamableFile(await this.contents.pageImage(document, page), { type: 'image/png' });
  }

  @Get('documents/:id/events')
  @Scope('documents:read')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'event: stage, data: {status, stage, progress}' })
  async events(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id: documentId } = await this.documents.get(requirePublicId('document', id));
    await streamEvents(request, reply, (after, signal) => this.live.events(documentId, after, signal));
  }
}

/** A file that could not be read has an empty text. */
const jsonOf = (reading: StoredReading | null): Omit<StoredReading, 'mediaType' | 'receipt'> => ({
  text: reading?.text ?? '',
  pages: reading?.pages ?? [],
  metadata: reading?.metadata ?? {},
  hidden: reading?.hidden ?? [],
  email: reading?.email ?? null,
});
