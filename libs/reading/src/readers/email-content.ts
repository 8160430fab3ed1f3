import { type BlockInput, movedBlock, writeBlocks } from '../blocks.js';
import { cleanText } from '../encoding/decode-text.js';
import type { BodyText } from '../mail/body-text.js';
import type { Envelope } from '../mail/envelope.js';
import { emailSections } from '../mail/sections/email-sections.js';
import type { Mailbox } from '../reading-model.js';
import type { ReadingBuilder } from '../reading-builder.js';

/** What a message has to show: its header, its letter, and what its parts say in fields (appointments, delivery reports). */
export interface EmailPage {
  readonly envelope: Envelope;
  readonly body: BodyText;
  readonly extras?: readonly BlockInput[];
}

/**
 * One page: the header a reader would see (`Subject: …`, `From: …`, what is missing is left out), an empty line, the body.
 * So subject and addresses can be found, quoted and searched like everything else.
 */
export function addEmail(builder: ReadingBuilder, { envelope, body, extras = [] }: EmailPage): void {
  const head = writeBlocks(headLines(envelope), 0);
  const gap = body.text === '' ? '' : gapAfter(head.text);
  const bodyStart = head.text.length + gap.length;
  const upToBody = [head.text, gap, body.text].join('');
  const extrasStart = upToBody.length + gapAfter(upToBody).length;
  const after = writeBlocks(extras, extrasStart);
  const { start, end } = builder.addWritten({
    text: after.text === '' ? upToBody : [upToBody, gapAfter(upToBody), after.text].join(''),
    blocks: [...head.blocks, ...body.blocks.map((block) => movedBlock(block, bodyStart)), ...after.blocks],
  });
  const within = (offset: number): number => Math.min(start + offset, end);
  builder.setEmail({
    ...envelope,
    bodyStart: within(bodyStart),
    bodyEnd: within(upToBody.length),
    sections: emailSections(body.text, body.marked)
      .map((section) => ({
        ...section,
        start: within(bodyStart + section.start),
        end: within(bodyStart + section.end),
      }))
      .filter((section) => section.end > section.start),
  });
  for (const text of body.hidden) builder.addHidden(builder.pageCount, text, 'markup');
}

/** True where there is nothing to show. */
export const saysNothing = ({ envelope, body, extras = [] }: EmailPage): boolean =>
  body.text === '' && extras.length === 0 && headLines(envelope).length === 0;

const gapAfter = (text: string): string => (text === '' ? '' : '\n\n');

const mailboxText = ({ name, address }: Mailbox): string =>
  name === '' ? address : address === '' ? name : `${name} <${address}>`;
const listText = (boxes: readonly Mailbox[]): string => boxes.map(mailboxText).join(', ');

const headLines = ({ subject, authors, to, cc, bcc, date }: Envelope): BlockInput[] =>
  [
    ['Subject', subject ?? ''],
    ['From', listText(authors)],
    ['To', listText(to)],
    ['Cc', listText(cc)],
    ['Bcc', listText(bcc)],
    ['Date', date ?? ''],
  ]
    .map(([name, value]) => ({ name, value: oneLine(value ?? '') }))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => ({ kind: 'key-value', text: `${name}: ${value}` }));

const oneLine = (value: string): string => cleanText(value).replace(/\s+/g, ' ').trim();
