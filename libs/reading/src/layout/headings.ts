import type { DocumentLook } from './document-look.js';
import type { LineFacts } from './line-facts.js';
import { isInCapitals, listMark, namesSection } from './line-marks.js';
import type { LaidOutLine } from './page-layout.js';
import { type FoundBlock, type PlacedPage, textOf } from './placed-page.js';

/** A heading is larger than the text by this factor; heights that recognition tells differ by themselves. */
const LARGER = 1.14;
const LARGER_RECOGNISED = 1.4;
const MAX_WORDS = 18;
const MAX_CAPITAL_WORDS = 12;
/** A heading has no more lines than this; what has more is text, however it looks. */
export const MAX_HEADING_LINES = 3;
/** Where more of the lines than this are bold, or in capitals, being so says nothing. */
const MAX_SHARE = 0.35;

/** The size (points) of a line that is a heading, or a line of one; null where it is none. */
export function headingSize(line: LaidOutLine, facts: LineFacts, page: PlacedPage, look: DocumentLook): number | null {
  if (line.words.length > MAX_WORDS || line.cells.length > 2 || !(look.bodySize > 0)) return null;
  const size = line.size * page.scale;
  const factor = page.isRecognised ? LARGER_RECOGNISED : LARGER;
  const isLarge = size >= look.bodySize * factor && facts.sizeRun <= MAX_HEADING_LINES;
  // Most lines are none: they are told by their look alone, which costs nothing.
  if (!isLarge && !mayBeMarked(line)) return null;
  const text = textOf(line);
  if (!mayBeTitle(line, text)) return null;
  return isLarge || isMarked(line, text, facts, look) ? size : null;
}

const mayBeMarked = ({ cells, isBold, words }: LaidOutLine): boolean =>
  cells.length === 1 && (isBold || words.length <= MAX_CAPITAL_WORDS);

function mayBeTitle({ cells }: LaidOutLine, text: string): boolean {
  const isLabel = cells.length > 1 && text.endsWith(':');
  return /\p{L}{2}/u.test(text) && !/[,;]$/.test(text) && !isLabel;
}

/** Whether a line is marked as a heading by its type or its words. */
function isMarked(line: LaidOutLine, text: string, facts: LineFacts, look: DocumentLook): boolean {
  const isSentence = /[.!?:]$/.test(text) && listMark(line) === null;
  if (line.isBold && look.boldShare < MAX_SHARE && facts.boldRun <= MAX_HEADING_LINES && !isSentence) return true;
  if (line.words.length > MAX_CAPITAL_WORDS || facts.isTight) return false;
  return (namesSection(text) && !isSentence) || (isTitleInCapitals(line, facts, look) && /\p{L}{4}/u.test(text));
}

const isTitleInCapitals = (line: LaidOutLine, facts: LineFacts, look: DocumentLook): boolean =>
  look.capitalShare < MAX_SHARE && facts.capitalRun <= MAX_HEADING_LINES && isInCapitals(line);

/** Sizes that differ by less than this factor are of one level. */
const SAME_SIZE = 1.06;
const MAX_LEVEL = 6;

/** Gives headings their levels: the largest ones of the document are of level 1. */
export function rankHeadings(pages: readonly FoundBlock[][]): FoundBlock[][] {
  const sizes = pages.flatMap((blocks) => blocks.flatMap(({ size }) => size ?? [])).sort((a, b) => b - a);
  const ranks: number[] = [];
  for (const size of sizes) if (ranks.length === 0 || (ranks.at(-1) ?? 0) > size * SAME_SIZE) ranks.push(size);
  return pages.map((blocks) =>
    blocks.map((block) => {
      const { size } = block;
      if (size === undefined) return block;
      const rank = ranks.findIndex((largest) => size * SAME_SIZE >= largest);
      return { ...block, level: Math.min(MAX_LEVEL, rank + 1) };
    }),
  );
}
