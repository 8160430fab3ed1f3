import type { BlockInput } from '../blocks.js';
import { calendarBlocks } from './calendar.js';
import { headerText } from './encoded-words.js';
import { type HeaderBlock, readHeaderBlock } from './header-block.js';
import type { MailFile } from './mail-body.js';
import { factsOf, partBytes, partText } from './mail-parts.js';
import type { MimePart } from './mime-tree.js';

/** Parts that machines write about other mail: groups of fields (RFC 3464, RFC 8098, RFC 5965; RFC 6522, 4). */
const REPORTS: Readonly<Record<string, string>> = {
  'message/delivery-status': 'Delivery status',
  'message/global-delivery-status': 'Delivery status',
  'message/disposition-notification': 'Disposition notification',
  'message/feedback-report': 'Feedback report',
  'text/rfc822-headers': 'Returned headers',
};
const CALENDARS = new Set(['text/calendar', 'application/ics']);
/** Groups of fields of one report: one a recipient. */
const MOST_GROUPS = 1000;

/** True of parts that are told in the page and are no files, since nobody gave them a name. */
export const isReport = (file: MailFile): file is MimePart =>
  'header' in file && Object.hasOwn(REPORTS, file.type.value) && factsOf(file).name === null;

/** What the parts of a message say in fields: reports and appointments. */
export function fieldBlocks(files: readonly MailFile[]): BlockInput[] {
  return files.flatMap((file) => {
    if (!('header' in file)) return [];
    const title = REPORTS[file.type.value];
    if (title !== undefined)
      return [{ kind: 'heading', level: 2, text: title } as const, ...reportFields(partBytes(file))];
    return CALENDARS.has(file.type.value) ? calendarBlocks(partText(file)) : [];
  });
}

function reportFields(bytes: Buffer): BlockInput[] {
  const blocks: BlockInput[] = [];
  let at = 0;
  for (let group = 0; group < MOST_GROUPS && at < bytes.length; group++) {
    const { fields, bodyStart } = readHeaderBlock(bytes, at);
    for (const { name, value } of fields)
      blocks.push({ kind: 'key-value', text: `${titled(name)}: ${headerText(value)}` });
    if (bodyStart <= at) break;
    at = bodyStart;
  }
  return blocks;
}

/** Fields of a header that are shown where there is nothing else. */
const MOST_FIELDS = 100;

/** A header as it came: of a message that has neither words nor a subject, nor anybody whom it is from or for. */
export const headerBlocks = ({ fields }: HeaderBlock): BlockInput[] =>
  fields
    .slice(0, MOST_FIELDS)
    .map(({ name, value }) => ({ kind: 'key-value', text: `${titled(name)}: ${headerText(value)}` }));

/** `final-recipient` as it is usually written. */
const titled = (name: string): string => name.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
