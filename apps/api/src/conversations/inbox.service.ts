import { Injectable } from '@nestjs/common';
import {
  type InboxFilter,
  type InboxItem,
  type InboxOrder,
  type InboxPlace,
  InboxRepository,
} from './data/inbox.repository.js';

export type { InboxItem } from './data/inbox.repository.js';

/** The day's mail in the order in which people should look at it. */
@Injectable()
export class Inbox {
  constructor(private readonly mails: InboxRepository) {}

  list(filter: InboxFilter, order: InboxOrder, limit: number, after: InboxPlace | null): Promise<InboxItem[]> {
    return this.mails.list(filter, order, limit, after);
  }
}
