import { movedBlock, paragraphsOf, writeBlocks } from '../blocks.js';
import { cleanText } from '../encoding/decode-text.js';
import { readHtml } from '../html/read-html.js';
import type { Block } from '../reading-model.js';
import { rtfToBlocks } from '../rtf/rtf-reader.js';
import type { BodyPiece } from './mail-body.js';
import { enrichedBody, flowedBody, plainBody } from './plain-body.js';
import { type MarkedRange, markHtml, takeMarks } from './sections/html-marks.js';

/** A body as text; offsets count from its beginning. */
export interface BodyText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the markup says of its parts. */
  readonly marked: readonly MarkedRange[];
  /** Text that is not shown. */
  readonly hidden: readonly string[];
  /** Addresses of files that stand in the markup (`data:…`). */
  readonly embedded: readonly string[];
}

const GAP = '\n\n';

/** The pieces of a body one after the other, parted by an empty line. */
export function bodyText(pieces: readonly BodyPiece[]): BodyText {
  const texts = pieces.map(textOf).filter(({ text }) => text.trim() !== '');
  if (texts.length === 1 && texts[0] !== undefined) return texts[0];
  let at = 0;
  const moved = texts.map((one) => {
    const start = at;
    at += one.text.length + GAP.length;
    return {
      blocks: one.blocks.map((block) => movedBlock(block, start)),
      marked: one.marked.map((range) => ({ ...range, start: range.start + start, end: range.end + start })),
    };
  });
  return {
    text: texts.map(({ text }) => text).join(GAP),
    blocks: moved.flatMap(({ blocks }) => blocks),
    marked: moved.flatMap(({ marked }) => marked),
    hidden: texts.flatMap(({ hidden }) => hidden),
    embedded: texts.flatMap(({ embedded }) => embedded),
  };
}

function textOf({ kind, text, deletesBlank = false }: BodyPiece): BodyText {
  switch (kind) {
    case 'html':
      return markupText(text);
    case 'flowed':
      return plainText(flowedBody(text, deletesBlank));
    case 'rtf':
      return richText(Buffer.from(text, 'latin1'));
    case 'enriched':
      return plainText(enrichedBody(text));
    default:
      return plainText(plainBody(text));
  }
}

const plainText = (text: string): BodyText => ({
  text,
  blocks: paragraphsOf(text, 0),
  marked: [],
  hidden: [],
  embedded: [],
});

function richText(rtf: Buffer): BodyText {
  const { blocks, hidden } = rtfToBlocks(rtf);
  return { ...writeBlocks(blocks, 0), marked: [], hidden: hidden.map(({ text }) => text), embedded: [] };
}

function markupText(html: string): BodyText {
  const { blocks, hidden, embedded } = readHtml(markHtml(cleanText(html)));
  const written = writeBlocks(blocks, 0);
  return { ...takeMarks(written.text, written.blocks), hidden, embedded };
}
