import { bodyText } from '../mail/body-text.js';
import { envelopeOf } from '../mail/envelope.js';
import { readFiles } from '../mail/mail-files.js';
import { parseMessage } from '../mail/message.js';
import { ReadingBuilder } from '../reading-builder.js';
import { addEmail } from './email-content.js';
import type { FormatReader, ReadInput } from './format-reader.js';

/** Internet messages (RFC 5322 and MIME); attachments and forwarded messages become children. */
export const emailReader: FormatReader = {
  mediaTypes: ['message/rfc822'],
  read: readEmail,
};

async function readEmail({ bytes, mediaType, limits }: ReadInput) {
  const message = parseMessage(bytes, limits.maxEntries);
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  addEmail(builder, { envelope: envelopeOf(message.header, message.charset), body: bodyText(message.body) });
  const { children, skipped } = await readFiles(message.bytes, message.files, limits);
  builder.addChildren(message.files.length, children, skipped);
  for (const warning of message.warnings) builder.warn(warning);
  return builder.build();
}
