import { ChildCollector } from '../children/child-collector.js';
import type { BlockInput, CellInput } from '../blocks.js';
import { type Envelope, envelopeOf } from '../mail/envelope.js';
import { mailboxMessages, unquoteFrom } from '../mail/mbox.js';
import { readHeaderBlock } from '../mail/header-block.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader, ReadInput } from './format-reader.js';

/** Mailboxes: the page lists the messages, each of them is a child. */
export const mboxReader: FormatReader = {
  mediaTypes: ['application/mbox'],
  read: readMailbox,
};

const LONGEST_SUBJECT = 80;

async function readMailbox({ bytes, mediaType, limits }: ReadInput) {
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const children = new ChildCollector(limits);
  const rows: CellInput[][] = [];
  let beyond = 0;
  for (const { start, end } of mailboxMessages(bytes)) {
    if (rows.length >= limits.maxEntries) {
      beyond++;
      continue;
    }
    const envelope = envelopeAt(bytes.subarray(start, end));
    rows.push(rowOf(envelope));
    const name = nameOf(envelope, rows.length);
    const refusal = children.refusal(end - start);
    if (refusal === null) await children.add(name, unquoteFrom(bytes.subarray(start, end)), 'member');
    else children.skip(name, refusal);
  }
  if (beyond > 0) {
    children.skip(`(${beyond} more)`, 'too_many');
    builder.warn('too_many_messages');
  }
  builder.addBlocks(listOf(rows));
  children.deliverTo(builder);
  return builder.build();
}

/** What does not begin like a message has at least its place in the list. */
function envelopeAt(bytes: Uint8Array): Envelope {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES));
  return envelopeOf(readHeaderBlock(head, 0));
}
const HEAD_BYTES = 256 * 1024;

const rowOf = ({ from, date, subject }: Envelope): CellInput[] => [
  { text: date ?? '' },
  { text: from === null ? '' : from.name === '' ? from.address : `${from.name} <${from.address}>` },
  { text: subject ?? '(no subject)' },
];

const listOf = (rows: readonly (readonly CellInput[])[]): BlockInput[] =>
  rows.length === 0
    ? []
    : [{ kind: 'table', rows: [['Date', 'From', 'Subject'].map((text) => ({ text, isHeader: true })), ...rows] }];

function nameOf({ subject }: Envelope, number: number): string {
  const title = (subject ?? '')
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, LONGEST_SUBJECT)
    .trim();
  return `${number}${title === '' ? '' : ` ${title}`}.eml`;
}
