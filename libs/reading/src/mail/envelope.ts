import type { EmailContent, Mailbox } from '../reading-model.js';
import { parseAddresses } from './addresses.js';
import { authenticationOf } from './authentication.js';
import { headerText } from './encoded-words.js';
import { HeaderBlock } from './header-block.js';
import { parseMailDate } from './mail-date.js';

/** What a header says of its message. */
export type Envelope = Omit<EmailContent, 'bodyStart' | 'bodyEnd' | 'sections'>;

/** Headers that help to tell automatic mail, lists and importance; everything else stays in the file. */
const KEPT_HEADERS = new Set([
  'auto-submitted',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-mailer',
  'importance',
  'priority',
  'x-priority',
  'x-msmail-priority',
  'return-path',
  'feedback-id',
  'content-language',
  'x-spam-flag',
  'x-spam-status',
  'x-failed-recipients',
  'sender',
]);
const MAX_HEADER = 500;

/** `charset` is what the body is written in: old mailers put the same bytes into the header. */
export function envelopeOf(header: HeaderBlock, charset: string | null = null): Envelope {
  const boxes = (name: string): Mailbox[] => header.all(name).flatMap((value) => parseAddresses(value, charset));
  const text = (name: string): string | null => {
    const value = header.last(name);
    return value === null ? null : headerText(value, charset).replace(/\s+/g, ' ').trim();
  };
  const authors = parseAddresses(header.last('from') ?? '', charset);
  return {
    messageId: idsIn(header.last('message-id'))[0] ?? null,
    from: authors[0] ?? null,
    authors,
    sender: boxes('sender')[0] ?? null,
    to: boxes('to'),
    cc: boxes('cc'),
    bcc: boxes('bcc'),
    replyTo: boxes('reply-to'),
    subject: text('subject'),
    date: dateOf(header),
    inReplyTo: idsIn(header.last('in-reply-to'))[0] ?? null,
    references: header.all('references').flatMap(idsIn),
    threadTopic: text('thread-topic'),
    conversationId: conversationOf(header.last('thread-index')),
    listId:
      /<([^<>]+)>|^\s*([^<>\s]+)\s*$/
        .exec(header.last('list-id') ?? '')
        ?.slice(1)
        .find((id) => id !== undefined) ?? null,
    authentication: authenticationOf(header),
    headers: keptHeaders(header, charset),
  };
}

/** A header whose values came as text, by name in any case. */
export function headerOf(values: Readonly<Record<string, string>>): HeaderBlock {
  const fields = Object.entries(values).map(([name, value]) => ({ name: name.toLowerCase(), value: asBytes(value) }));
  return new HeaderBlock(fields, 0);
}

/** Text with one character a byte, as headers come: UTF-8. */
export const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** The date that the sender wrote, else the one at which the message came in (RFC 5321, 4.4: behind the last semicolon). */
function dateOf(header: HeaderBlock): string | null {
  const written = parseMailDate(header.last('date'));
  if (written !== null) return written;
  const [received] = header.all('received');
  return received === undefined ? null : parseMailDate(received.slice(received.lastIndexOf(';') + 1));
}

/** Message ids (RFC 5322, 3.6.4); old mailers wrote words around them. */
function idsIn(value: string | null): string[] {
  if (value === null) return [];
  return value.match(/<[^<>\s]+>/g) ?? value.match(/\S+/g) ?? [];
}

/** [MS-OXOMSG] 2.2.1.3: behind six bytes of time, 16 bytes are the same in all messages of a conversation. */
function conversationOf(threadIndex: string | null): string | null {
  const bytes = Buffer.from(threadIndex ?? '', 'base64');
  return bytes.length < 22 ? null : bytes.subarray(6, 22).toString('hex');
}

function keptHeaders(header: HeaderBlock, charset: string | null): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const { name, value } of header.fields)
    if (KEPT_HEADERS.has(name) && !(name in kept)) kept[name] = headerText(value.slice(0, MAX_HEADER), charset);
  return kept;
}
