export { Conversations } from './conversations.service.js';
export { ConversationsModule } from './conversations.module.js';
export type { MailPlace } from './domain/mail.js';
export type { MailTraces } from './domain/mail-traces.js';
