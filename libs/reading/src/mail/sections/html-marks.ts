import type { Block, Table } from '../../reading-model.js';

/** What an element of a mail in HTML says of its content. */
export interface MarkedRange {
  readonly kind: 'quoted' | 'signature';
  readonly start: number;
  readonly end: number;
}

/** Noncharacters (Unicode, 23.7): no text has them, and they pass through the conversion to text. */
const MARKS = { quoted: '\ufdd0', signature: '\ufdd1', end: '\ufdd2' } as const;
const ANY_MARK = /[\ufdd0-\ufdd2]/g;

interface Rule {
  readonly kind: MarkedRange['kind'];
  readonly pattern: RegExp;
  /** True where all that follows belongs to it, not only what is inside. */
  readonly toEnd: boolean;
}

/** How mailers mark what they copy (Gmail, Yahoo, Thunderbird, Apple Mail, Proton, Zoho; Outlook on the web, desktop and phone). */
const RULES: readonly Rule[] = [
  {
    kind: 'quoted',
    toEnd: false,
    pattern:
      /\bclass\s*=\s*["']?[^"'>]*\b(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|tutanota_quote)\b|^blockquote\b[^>]*\btype\s*=\s*["']?cite/i,
  },
  {
    kind: 'quoted',
    toEnd: true,
    pattern:
      /\bclass\s*=\s*["']?[^"'>]*\bOutlookMessageHeader\b|\bid\s*=\s*["']?[^"'>\s]*(?:divRplyFwdMsg|appendonsend|stopSpelling|mail-editor-reference-message-container)\b|border-top:\s*solid\s+#(?:e1e1e1|b5c4df)\s+1\.0pt/i,
  },
  {
    kind: 'signature',
    toEnd: false,
    pattern:
      /\bclass\s*=\s*["']?[^"'>]*\b(?:gmail_signature|moz-signature|protonmail_signature_block|elementToProof_signature)\b|\bid\s*=\s*["']?(?:x_)?(?:ms-outlook-mobile-signature|Signature|AppleMailSignature)\b/i,
  },
];
const TAG = /<((?:div|blockquote|hr|span|table|pre|p)\b[^<>]{0,1000})>/gi;
/** Without any of these no rule holds. */
const HINT =
  /quote|cite|signature|OutlookMessageHeader|RplyFwd|appendonsend|stopSpelling|reference-message|border-top/i;

/** Pieces of a page; a conversation that was answered line by line has some hundred. */
const MOST_PARTS = 4000;

/** HTML with marks around what its elements call quoted or a signature; `takeMarks` finds them in the text. */
export function markHtml(given: string): string {
  const html = ANY_MARK.test(given) ? given.replace(ANY_MARK, '') : given;
  ANY_MARK.lastIndex = 0;
  if (!HINT.test(html)) return html;
  const parts: string[] = [];
  let from = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match !== null && parts.length < MOST_PARTS; match = TAG.exec(html)) {
    const [tag, inside = ''] = match;
    const rule = RULES.find(({ pattern }) => pattern.test(inside));
    if (rule === undefined) continue;
    const open = match.index + tag.length;
    parts.push(html.slice(from, open), MARKS[rule.kind]);
    from = open;
    if (rule.toEnd) break;
    const close = closeOf(html, /^[a-z]+/i.exec(inside)?.[0] ?? '', open);
    if (close >= html.length) break;
    parts.push(html.slice(open, close), MARKS.end);
    from = close;
    TAG.lastIndex = close;
  }
  return parts.length === 0 ? html : [...parts, html.slice(from)].join('');
}

/** Behind the element's closing tag; the end of all where it is not closed. */
function closeOf(html: string, name: string, from: number): number {
  const pattern = new RegExp(`<(/?)${name}\\b[^<>]*>`, 'gi');
  pattern.lastIndex = from;
  let depth = 1;
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return pattern.lastIndex;
  }
  return html.length;
}

/** The text without its marks, blocks where they stand then, and what was marked. */
export function takeMarks(
  text: string,
  blocks: readonly Block[],
): { text: string; blocks: readonly Block[]; marked: readonly MarkedRange[] } {
  const cuts = cutsIn(text);
  if (cuts.length === 0) return { text, blocks, marked: [] };
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of cuts) {
    parts.push(text.slice(from, start));
    from = end;
  }
  parts.push(text.slice(from));
  const shown = parts.join('');
  const move = movedBy(cuts);
  return {
    text: shown,
    blocks: moveBlocks(blocks, move),
    marked: markedRanges(text, { cuts, move, length: shown.length }),
  };
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** A mark, and the blanks behind it where it stands at the beginning of a line: they were there for it. */
function cutsIn(text: string): Cut[] {
  const cuts: Cut[] = [];
  for (const { index } of text.matchAll(ANY_MARK)) {
    const before = cuts.at(-1)?.end === index ? (cuts.at(-1)?.start ?? index) : index;
    const isAtStart = before === 0 || text[before - 1] === '\n';
    let end = index + 1;
    if (isAtStart) while (/\s/.test(text.charAt(end))) end++;
    cuts.push({ start: index, end });
  }
  return cuts;
}

/** Where an offset of the marked text is without what was cut. */
function movedBy(cuts: readonly Cut[]): (offset: number) => number {
  const removedBefore = [0];
  for (const { start, end } of cuts) removedBefore.push((removedBefore.at(-1) ?? 0) + end - start);
  return (offset) => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cuts[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const last = cuts[low - 1];
    const inside = last === undefined ? 0 : Math.max(0, last.end - offset);
    return offset - (removedBefore[low] ?? 0) + inside;
  };
}

function markedRanges(
  text: string,
  { cuts, move, length }: { cuts: readonly Cut[]; move: (offset: number) => number; length: number },
): MarkedRange[] {
  const ranges: MarkedRange[] = [];
  let open: { kind: MarkedRange['kind']; start: number } | null = null;
  for (const { start } of cuts) {
    const mark = text[start];
    if (open !== null) ranges.push({ ...open, end: move(start) });
    open = mark === MARKS.end ? null : { kind: mark === MARKS.quoted ? 'quoted' : 'signature', start: move(start) };
  }
  if (open !== null) ranges.push({ ...open, end: length });
  return ranges;
}

const moveBlocks = (blocks: readonly Block[], move: (offset: number) => number): Block[] =>
  blocks
    .map((block) => ({
      ...block,
      start: move(block.start),
      end: move(block.end),
      ...(block.table === undefined ? {} : { table: moveTable(block.table, move) }),
    }))
    .filter(({ start, end }) => end > start);

const moveTable = (table: Table, move: (offset: number) => number): Table => ({
  ...table,
  cells: table.cells.map((cell) => ({ ...cell, start: move(cell.start), end: move(cell.end) })),
});
