import { pageOf } from '@app/http';
import { publicId } from '@app/kernel';
import { Scope } from '@app/tenancy';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Inbox, type InboxItem } from '../inbox.service.js';
import { InboxDto, type InboxItemDto, InboxQuery } from './dto/inbox.dto.js';
import { placeIn, placeText } from './place-cursor.js';

const itemView = (item: InboxItem): InboxItemDto => ({
  documentId: publicId('document', item.documentId),
  threadId: publicId('thread', item.threadId),
  subject: item.subject,
  from: item.from,
  status: item.status,
  category: item.category,
  type: item.type,
  priority: item.level,
  score: item.score,
  target: item.target,
  dueAt: item.dueAt?.toISOString() ?? null,
  duplicate: item.duplicate && { ...item.duplicate, of: publicId('document', item.duplicate.of) },
  sentAt: item.sentAt.toISOString(),
  receivedAt: item.receivedAt.toISOString(),
});

/** The list of triaged e-mails. */
@ApiTags('triage')
@ApiBearerAuth()
@Controller('v1/triage')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @Scope('documents:read')
  @ApiOkResponse({ type: InboxDto })
  async list(@Query() { limit, cursor, sort, ...filter }: InboxQuery): Promise<InboxDto> {
    const place = placeIn(cursor);
    const after = place && { value: place.value, documentId: place.id };
    const rows = await this.inbox.list(filter, sort, limit + 1, after);
    const page = pageOf(rows, limit, (row) => placeText({ value: row.place.value, id: row.documentId }), itemView);
    return { ...page, items: [...page.items] };
  }
}
