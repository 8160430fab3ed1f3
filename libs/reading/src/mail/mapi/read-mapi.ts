import { isAppError } from '@app/kernel';
import type { BlockInput } from '../../blocks.js';
import { ChildCollector } from '../../children/child-collector.js';
import { ReadingBuilder } from '../../reading-builder.js';
import { readingError } from '../../reading.errors.js';
import type { Reading } from '../../reading-model.js';
import { addEmail, saysNothing } from '../../readers/email-content.js';
import type { ReadInput } from '../../readers/format-reader.js';
import { type BodyText, bodyText } from '../body-text.js';
import { addEmbeddedFiles } from '../mail-files.js';
import { mapiBody } from './mapi-body.js';
import { mapiEnvelope } from './mapi-envelope.js';
import { mapiFacts } from './mapi-facts.js';
import { addMapiFiles } from './mapi-files.js';
import { MESSAGE_CLASS, type MapiMessage } from './mapi-properties.js';
import { readMsg } from './msg-file.js';
import { readTnef, TNEF_MEDIA_TYPE } from './tnef.js';

/** A message of Outlook, or the `winmail.dat` that Outlook sends, as the same kind of reading as any e-mail. */
export async function readMapiDocument({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const read = mediaType === TNEF_MEDIA_TYPE ? readTnef : readMsg;
  const message = read(bytes, limits.maxEntries);
  if (message.isDamaged) builder.warn('damaged_parts');
  const page = {
    envelope: mapiEnvelope(message),
    body: bodyOf(message, builder),
    extras: mapiFacts(message.properties),
  };
  addEmail(builder, saysNothing(page) ? { ...page, extras: kindOf(message) } : page);
  const children = new ChildCollector(limits);
  await addMapiFiles(children, message.attachments);
  await addEmbeddedFiles(children, page.body.embedded);
  children.deliverTo(builder);
  return builder.build();
}

/** A body in damaged RTF loses itself, not the message around it. */
function bodyOf({ properties }: MapiMessage, builder: ReadingBuilder): BodyText {
  try {
    return bodyText(mapiBody(properties));
  } catch (error) {
    if (!isAppError(error)) throw error;
    builder.warn('damaged_body');
    return bodyText([]);
  }
}

/** Of a message that is empty: at least what kind of message it is. Throws `corrupt_document` where it does not say even that. */
function kindOf({ properties, attachments }: MapiMessage): BlockInput[] {
  const kind = properties.firstText(MESSAGE_CLASS);
  if (kind === '' && attachments.length === 0) throw readingError('corrupt_document');
  return [{ kind: 'key-value', text: kind === '' ? '' : `Message class: ${kind}` }];
}
