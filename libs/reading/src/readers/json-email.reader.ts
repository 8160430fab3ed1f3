import { z } from 'zod';
import { parseAddresses } from '../mail/addresses.js';
import { bodyText } from '../mail/body-text.js';
import { asBytes, type Envelope, envelopeOf, headerOf } from '../mail/envelope.js';
import { type BodyPiece, isOnlyNotice } from '../mail/mail-body.js';
import { parseMailDate } from '../mail/mail-date.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Mailbox } from '../reading-model.js';
import { addEmail } from './email-content.js';
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
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    addEmail(builder, { envelope: envelopeOfJson(mail), body: bodyText(bodyPieces(mail)) });
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

function envelopeOfJson({ from, to, cc, subject, receivedAt, headers }: JsonEmail): Envelope {
  const envelope = envelopeOf(headerOf(headers ?? {}));
  return {
    ...envelope,
    from: mailboxesOf(from)[0] ?? null,
    authors: mailboxesOf(from),
    to: mailboxesOf(to),
    cc: mailboxesOf(cc),
    subject: subject ?? null,
    date: parseMailDate(receivedAt) ?? envelope.date,
  };
}

function bodyPieces({ text, html }: JsonEmail): BodyPiece[] {
  const plain: BodyPiece[] = isBlank(text) ? [] : [{ kind: 'plain', text: text ?? '' }];
  const markup: BodyPiece[] = isBlank(html) ? [] : [{ kind: 'html', text: html ?? '' }];
  return plain.length === 0 || isOnlyNotice(plain.map(sized), markup.map(sized)) ? markup : plain;
}

const sized = ({ text }: BodyPiece) => ({ text, size: text.length });
const isBlank = (text: string | null | undefined): boolean => text == null || text.trim() === '';

/** One string may hold several mailboxes; each of a list holds one. */
export function mailboxesOf(value: string | readonly string[] | null | undefined): Mailbox[] {
  const list = value == null ? [] : typeof value === 'string' ? [value] : value;
  return list.flatMap((part) => parseAddresses(asBytes(part)));
}
