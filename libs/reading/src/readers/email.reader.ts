import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { sniffMediaType } from '../media-type/sniff.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Mailbox, ReadChild, SkippedChild } from '../reading-model.js';
import { addEmail, bodyText, keepHeaders, toUtc } from './email-content.js';
import type { FormatReader, ReadInput, ReadingLimits } from './format-reader.js';

const MAX_NESTING = 32;
const MAX_HEADER_BYTES = 2 * 1024 * 1024;

/** Internet messages (RFC 5322 and MIME); attachments and forwarded messages become children. */
export const emailReader: FormatReader = {
  mediaTypes: ['message/rfc822'],
  read: readEmail,
};

async function readEmail({ bytes, mediaType, limits }: ReadInput) {
  const email = await parse(bytes);
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  addEmail(
    builder,
    {
      messageId: email.messageId ?? null,
      from: mailboxes(email.from === undefined ? [] : [email.from])[0] ?? null,
      to: mailboxes(email.to),
      cc: mailboxes(email.cc),
      replyTo: mailboxes(email.replyTo),
      subject: email.subject ?? null,
      date: toUtc(email.date),
      inReplyTo: email.inReplyTo ?? null,
      references: (email.references ?? '').split(/\s+/).filter((id) => id !== ''),
      headers: keepHeaders(email.headers.map(({ key, value }) => [key, value])),
    },
    bodyText(email.text, email.html),
  );
  const { children, skipped } = await childrenOf(email.attachments, limits);
  builder.addChildren(email.attachments.length, children, skipped);
  return builder.build();
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      attachmentEncoding: 'arraybuffer',
      forceRfc822Attachments: true,
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADER_BYTES,
    });
  } catch (error) {
    throw readingError('corrupt_document', error);
  }
}

/** Addresses of a header, those inside groups included. */
const mailboxes = (addresses: readonly Address[] | undefined): Mailbox[] =>
  (addresses ?? []).flatMap((address) => {
    if (address.group !== undefined) return mailboxes(address.group);
    const box = { name: address.name ?? '', address: address.address ?? '' };
    return box.name === '' && box.address === '' ? [] : [box];
  });

async function childrenOf(
  attachments: readonly Attachment[],
  limits: ReadingLimits,
): Promise<{ children: ReadChild[]; skipped: SkippedChild[] }> {
  const children: ReadChild[] = [];
  const skipped: SkippedChild[] = [];
  let left = limits.maxChildBytes;
  for (const [index, attachment] of attachments.entries()) {
    const bytes = bytesOf(attachment);
    const mediaType = await mediaTypeOf(attachment, bytes);
    const name = nameOf(attachment, mediaType, index);
    if (bytes.byteLength === 0) skipped.push({ name, reason: 'empty' });
    else if (children.length >= limits.maxChildren) skipped.push({ name, reason: 'too_many' });
    else if (bytes.byteLength > left) skipped.push({ name, reason: 'too_large' });
    else {
      left -= bytes.byteLength;
      children.push({ name, mediaType, role: 'attachment', bytes });
    }
  }
  return { children, skipped };
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string'
    ? Buffer.from(content, 'utf8')
    : content instanceof Uint8Array
      ? content
      : new Uint8Array(content);

/** The content decides; where it cannot be told, what the mail says. */
const mediaTypeOf = async ({ mimeType, filename }: Attachment, bytes: Uint8Array): Promise<string> =>
  mimeType === 'message/rfc822'
    ? mimeType
    : ((await sniffMediaType(bytes, filename ?? undefined)) ?? mimeType ?? 'application/octet-stream');

const DEFAULT_EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/html': '.html',
  'text/plain': '.txt',
  'text/calendar': '.ics',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

/** The name that the mail gives, without the parts that only mean something where it was sent from. */
const nameOf = ({ filename }: Attachment, mediaType: string, index: number): string => {
  const base = (filename ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  return base !== '' ? base : `attachment-${index + 1}${DEFAULT_EXTENSIONS[mediaType] ?? ''}`;
};
