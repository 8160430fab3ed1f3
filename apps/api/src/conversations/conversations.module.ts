import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { Conversations } from './conversations.service.js';
import { InboxRepository } from './data/inbox.repository.js';
import { MailsRepository } from './data/mails.repository.js';
import { ThreadsRepository } from './data/threads.repository.js';
import { InboxController } from './http/inbox.controller.js';
import { ThreadsController } from './http/threads.controller.js';
import { Inbox } from './inbox.service.js';
import { MailThreads } from './mail-threads.service.js';

@Module({
  imports: [DocumentsModule],
  controllers: [ThreadsController, InboxController],
  providers: [Conversations, Inbox, InboxRepository, MailsRepository, MailThreads, ThreadsRepository],
  exports: [Conversations],
})
export class ConversationsModule {}
