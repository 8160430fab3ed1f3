import { ChildCollector } from '../children/child-collector.js';
import { bodyText } from '../mail/body-text.js';
import { withoutEmlxFrame } from '../mail/emlx.js';
import { envelopeOf } from '../mail/envelope.js';
import { addEmbeddedFiles, addMailFiles } from '../mail/mail-files.js';
import { isMailbox } from '../mail/mbox.js';
import { parseMessage } from '../mail/message.js';
import { fieldBlocks, headerBlocks, isReport } from '../mail/report-blocks.js';
import { ReadingBuilder } from '../reading-builder.js';
import { addEmail, saysNothing } from './email-content.js';
import type { FormatReader, ReadInput } from './format-reader.js';

const EMLX = 'message/x-emlx';

/** Internet messages (RFC 5322 and MIME), also as Apple Mail keeps them; attachments and forwarded messages become children. */
export const emailReader: FormatReader = {
  mediaTypes: ['message/rfc822', EMLX],
  refine: async ({ bytes }) => (isMailbox(bytes) ? 'application/mbox' : null),
  read: readEmail,
};

async function readEmail({ bytes, mediaType, limits }: ReadInput) {
  const message = mediaType === EMLX ? withoutEmlxFrame(bytes) : bytes;
  const { header, charset, body, files, warnings } = parseMessage(message, limits.maxEntries);
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const page = { envelope: envelopeOf(header, charset), body: bodyText(body), extras: fieldBlocks(files) };
  addEmail(builder, saysNothing(page) ? { ...page, extras: headerBlocks(header) } : page);
  const children = new ChildCollector(limits);
  await addMailFiles(
    children,
    files.filter((file) => !isReport(file)),
  );
  await addEmbeddedFiles(children, page.body.embedded);
  children.deliverTo(builder);
  for (const warning of warnings) builder.warn(warning);
  return builder.build();
}
