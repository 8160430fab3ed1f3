import { PageQuery, pageOf } from '@app/http';
import { requirePublicId } from '@app/kernel';
import { Scope } from '@app/tenancy';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MailThreads } from '../mail-threads.service.js';
import { ThreadDto, ThreadListDto } from './dto/thread.dto.js';
import { placeIn, placeText } from './place-cursor.js';
import { threadItemView, threadView } from './thread-view.js';

/** Conversations of e-mails. */
@ApiTags('triage')
@ApiBearerAuth()
@Controller('v1/threads')
export class ThreadsController {
  constructor(private readonly threads: MailThreads) {}

  @Get()
  @Scope('documents:read')
  @ApiOkResponse({ type: ThreadListDto, description: 'Those with the newest mails first' })
  async list(@Query() { limit, cursor }: PageQuery): Promise<ThreadListDto> {
    const place = placeIn(cursor);
    const rows = await this.threads.list(limit + 1, place && { lastAt: place.value, threadId: place.id });
    const page = pageOf(rows, limit, (row) => placeText({ value: row.place, id: row.threadId }), threadItemView);
    return { ...page, items: [...page.items] };
  }

  @Get(':id')
  @Scope('documents:read')
  @ApiOkResponse({ type: ThreadDto })
  async get(@Param('id') id: string): Promise<ThreadDto> {
    return threadView(await this.threads.get(requirePublicId('thread', id)));
  }
}
