import type { ChildCollector } from '../../children/child-collector.js';
import type { MapiAttachment, MapiProperties } from './mapi-properties.js';
import { MSG_MEDIA_TYPE } from './msg-file.js';

/** [MS-OXCMSG] 2.2.2: long name, short name, what Outlook shows; ending; place of a file that is only linked. */
const NAMES = ['3707', '3704', '3001'];
const EXTENSION = '3703';
const LINKS = ['370d', '3708'];
const CONTENT_ID = '3712';
const MEDIA_TYPE = '370e';
const LONGEST_SUBJECT = 80;

/** Takes the files out of a message of Outlook; messages inside it are files of their own kind. */
export async function addMapiFiles(children: ChildCollector, attachments: readonly MapiAttachment[]): Promise<void> {
  for (const [index, attachment] of attachments.entries()) {
    const { properties, messageType } = attachment;
    const name = nameOf(attachment, index);
    const bytes = attachment.bytes();
    if (bytes === null)
      children.skip(name, properties.firstText(...LINKS) === '' ? 'unreadable' : 'not_in_the_message');
    else {
      const contentId = properties.firstText(CONTENT_ID);
      await children.add(name, bytes, 'attachment', {
        declaredType: messageType ?? properties.firstText(MEDIA_TYPE).toLowerCase(),
        ...(contentId === '' ? {} : { contentId }),
      });
    }
  }
}

function nameOf({ properties, messageType }: MapiAttachment, index: number): string {
  const given = properties.firstText(...NAMES);
  const unnamed = `attachment-${index + 1}`;
  if (messageType === null) return given.split(/[\\/]/).at(-1)?.trim() || `${unnamed}${extensionOf(properties)}`;
  // Of messages the name is their subject.
  const extension = messageType === MSG_MEDIA_TYPE ? '.msg' : '.dat';
  const title =
    given
      .replace(/[\\/:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, LONGEST_SUBJECT)
      .trim() || unnamed;
  return title.toLowerCase().endsWith(extension) ? title : `${title}${extension}`;
}

const extensionOf = (properties: MapiProperties): string => {
  const extension = properties.firstText(EXTENSION);
  return /^\.\w{1,10}$/.test(extension) ? extension : '';
};
