import { cleanText } from '../encoding/decode-text.js';
import { htmlToText } from '../html/html-to-text.js';
import type { EmailContent, Mailbox } from '../reading-model.js';
import type { ReadingBuilder } from '../reading-builder.js';

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
  'sender',
]);
const MAX_HEADER = 500;

export const keepHeaders = (headers: Iterable<readonly [string, string]>): Record<string, string> => {
  const kept: Record<string, string> = {};
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (KEPT_HEADERS.has(key) && !(key in kept)) kept[key] = value.slice(0, MAX_HEADER);
  }
  return kept;
};

/** RFC 3339 UTC, or null where it is no date. */
export function toUtc(date: string | null | undefined): string | null {
  const time = date == null || date.trim() === '' ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) || Math.abs(time) > 253402300799999 ? null : new Date(time).toISOString();
}

/** The readable body: the plain part where it says something, else the HTML part as text. */
export function bodyText(text: string | null | undefined, html: string | null | undefined): string {
  const plain = cleanText(text ?? '').trimEnd();
  if (plain.trim() !== '' && !isOnlyNotice(plain, html)) return plain;
  return html == null || html.trim() === '' ? plain : cleanText(htmlToText(html).text);
}

/** A plain part that only says that the message is in HTML. */
const isOnlyNotice = (plain: string, html: string | null | undefined): boolean =>
  html != null && html.length > 200 && plain.length < 200 && /\bHTML\b/i.test(plain);

export type EmailFacts = Omit<EmailContent, 'bodyStart' | 'bodyEnd'>;

const mailboxText = ({ name, address }: Mailbox): string =>
  name === '' ? address : address === '' ? name : `${name} <${address}>`;
const listText = (boxes: readonly Mailbox[]): string => boxes.map(mailboxText).join(', ');

/**
 * One page: the header a reader would see (`Subject: …`, `From: …`, what is missing is left out), an empty line, the body.
 * So subject and addresses can be found, quoted and searched like everything else.
 */
export function addEmail(builder: ReadingBuilder, facts: EmailFacts, body: string): void {
  const header = [
    ['Subject', facts.subject ?? ''],
    ['From', facts.from === null ? '' : mailboxText(facts.from)],
    ['To', listText(facts.to)],
    ['Cc', listText(facts.cc)],
    ['Date', facts.date ?? ''],
  ]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${oneLine(value ?? '')}`)
    .join('\n');
  const head = header === '' ? '' : `${header}\n\n`;
  const { start, end } = builder.addText(head + body);
  builder.setEmail({ ...facts, bodyStart: Math.min(start + head.length, end), bodyEnd: end });
}

const oneLine = (value: string): string => cleanText(value).replace(/\s+/g, ' ').trim();
