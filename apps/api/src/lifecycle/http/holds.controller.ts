import { decodeCursor, pageOf, PageQuery, parseInput } from '@app/http';
import { type JsonObject, publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Hold } from '../domain/hold.js';
import { identifiersOf, subjectSchema } from '../domain/subject.js';
import { Holds } from '../holds.service.js';
import { HoldDto, HoldListDto, NewHoldDto } from './dto/hold.dto.js';

const TARGETS = ['documentId', 'subject', 'type', 'metadata'] as const;

const newHold = z
  .strictObject({
    reason: z.string().trim().min(1).max(500),
    documentId: z.string().optional(),
    subject: subjectSchema.optional(),
    type: z.string().min(1).max(100).optional(),
    metadata: (z.record(z.string().max(200), z.json()) as z.ZodType<JsonObject>)
      .refine((keys) => Object.keys(keys).length > 0, { message: 'must have a key: none would hold everything' })
      .optional(),
  })
  .refine((hold) => TARGETS.filter((target) => hold[target] !== undefined).length === 1, {
    message: `must have exactly one of ${TARGETS.join(', ')}`,
  });

const holdView = ({ id, documentId, createdAt, releasedAt, ...hold }: Hold): HoldDto => ({
  id: publicId('legalHold', id),
  reason: hold.reason,
  documentId: documentId === null ? null : publicId('document', documentId),
  subjectHash: hold.subjectHash,
  type: hold.type,
  metadata: hold.metadata,
  createdAt: createdAt.toISOString(),
  releasedAt: releasedAt?.toISOString() ?? null,
});

@ApiTags('privacy')
@ApiBearerAuth()
@Roles('admin')
@Controller('v1/privacy/holds')
export class HoldsController {
  constructor(private readonly holds: Holds) {}

  @Post()
  @Scope('compliance:write')
  @ApiOperation({ summary: 'Keeps documents from retention, erasure and deletion until the hold is released' })
  @ApiBody({ type: NewHoldDto })
  @ApiCreatedResponse({ type: HoldDto })
  // `unknown` keeps the pipe of all other routes away: the hold is checked as a whole.
  async set(@Body() body: unknown): Promise<HoldDto> {
    const { reason, documentId, subject, type, metadata } = parseInput(newHold, body);
    const hold = await this.holds.set({
      reason,
      ...(documentId !== undefined && { documentId: requirePublicId('document', documentId) }),
      ...(subject !== undefined && { identifiers: identifiersOf(subject) }),
      ...(type !== undefined && { type }),
      ...(metadata !== undefined && { metadata }),
    });
    return holdView(hold);
  }

  @Get()
  @Scope('compliance:read')
  @ApiOkResponse({ type: HoldListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<HoldListDto> {
    const rows = await this.holds.list(limit + 1, decodeCursor(cursor));
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => id, holdView);
    return { items: [...items], nextCursor };
  }

  @Get(':id')
  @Scope('compliance:read')
  @ApiOkResponse({ type: HoldDto })
  async get(@Param('id') id: string): Promise<HoldDto> {
    return holdView(await this.holds.get(requirePublicId('legalHold', id)));
  }

  @Delete(':id')
  @HttpCode(204)
  @Scope('compliance:write')
  @ApiOperation({ summary: 'Releases a hold; it stays in the list' })
  @ApiNoContentResponse()
  async release(@Param('id') id: string): Promise<void> {
    await this.holds.release(requirePublicId('legalHold', id));
  }
}
