import { z } from 'zod';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Mailbox } from '../reading-model.js';
import { addEmail, bodyText, keepHeaders, toUtc } from './email-content.js';
import type { FormatReader } from './format-reader.js';

/** A message that came as JSON (`POST /v1/triage`), kept as a file like any other document. */
export const JSON_EMAIL_MEDIA_TYPE = 'application/vnd.dossier.email+json';

const addresses = z.union([z.string(), z.array(z.string()).max(1000)]).nullish();

export const jsonEmailSchema = z.object({
  from: z.string().nullish(),
  to: addresses,
  cc: addresses,
  subject: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  /** RFC 3339, or a date as mail has it. */
  receivedAt: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
});

/** `{from?, to?, cc?, subject?, text?, html?, receivedAt?, headers?}`; `to` and `cc` may be one string or a list. */
export type JsonEmail = z.infer<typeof jsonEmailSchema>;

const IN_PROCESS_BYTES = 256 * 1024;

export const jsonEmailReader: FormatReader = {
  mediaTypes: [JSON_EMAIL_MEDIA_TYPE],
  isSafeInProcess: ({ bytes }) => bytes.byteLength <= IN_PROCESS_BYTES && !Buffer.from(bytes).includes('"html"'),
  read: async ({ bytes, mediaType, limits }) => {
    const mail = parse(bytes);
    const headers = new Map(Object.entries(mail.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    addEmail(
      builder,
      {
        messageId: headers.get('message-id') ?? null,
        from: mailboxesOf(mail.from)[0] ?? null,
        to: mailboxesOf(mail.to),
        cc: mailboxesOf(mail.cc),
        replyTo: mailboxesOf(headers.get('reply-to')),
        subject: mail.subject ?? null,
        date: toUtc(mail.receivedAt ?? headers.get('date')),
        inReplyTo: headers.get('in-reply-to') ?? null,
        references: (headers.get('references') ?? '').split(/\s+/).filter((id) => id !== ''),
        headers: keepHeaders(headers),
      },
      bodyText(mail.text, mail.html),
    );
    return builder.build();
  },
};

function parse(bytes: Uint8Array): JsonEmail {
  try {
    return jsonEmailSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw readingError('corrupt_document', error);
  }
}

/** Parts of an address list: commas and semicolons inside quotes or angle brackets do not part it. */
const PART = /(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,;"<]|["<])+/g;
const NAMED = /^\s*"?(.*?)"?\s*<\s*([^<>]*?)\s*>\s*$/s;

export function mailboxesOf(value: string | readonly string[] | null | undefined): Mailbox[] {
  const list = value == null ? [] : typeof value === 'string' ? (value.match(PART) ?? []) : value;
  return list.flatMap((part) => {
    const [, name, address] = NAMED.exec(part) ?? [];
    if (address !== undefined) return [{ name: name ?? '', address }];
    const plain = part.trim();
    return plain === '' ? [] : [plain.includes('@') ? { name: '', address: plain } : { name: plain, address: '' }];
  });
}
