import type { Block, Page } from '@app/reading';
import { linesToMarkdown } from './markdown-lines.js';
import { tableToMarkdown } from './markdown-table.js';
import { fencedCode, inlineMarkdown, lineMarkdown } from './markdown-text.js';

/** Spaces before an item for each list around it; four are enough below any marker. */
const INDENT = '    ';
/** A list item's marker, and markers of lists that Markdown does not have. */
const MARKER = /^(?:([-*+]|\d{1,9}[.)])|[•‣◦▪●○■□–·])[ \t]+/;

/** Kinds whose blocks follow each other without an empty line. */
const CLOSE: ReadonlySet<string> = new Set(['list-item', 'key-value']);

/** The blocks of a page as Markdown, and the text between them, if any. */
export function blocksToMarkdown(text: string, page: Page, language: string): string {
  const parts: string[] = [];
  let at = page.start;
  let previous: Block | null = null;
  const between = (to: number): void => {
    const rest = text.slice(at, to);
    if (rest.trim() === '') return;
    parts.push(previous === null ? '' : '\n\n', linesToMarkdown(rest));
    previous = null;
  };
  for (const block of [...page.blocks].sort((a, b) => a.start - b.start)) {
    if (block.start < at) continue;
    between(block.start);
    parts.push(gapBefore(block, previous, parts.length === 0), blockToMarkdown(text, block, { page, language }));
    previous = block;
    at = block.end;
  }
  between(page.end);
  return parts.join('').trim();
}

function gapBefore(block: Block, previous: Block | null, isFirst: boolean): string {
  if (isFirst) return '';
  if (previous?.kind !== block.kind || !CLOSE.has(block.kind)) return '\n\n';
  // Two spaces at its end keep a line a line.
  return block.kind === 'key-value' ? '  \n' : '\n';
}

function blockToMarkdown(text: string, block: Block, { page, language }: { page: Page; language: string }): string {
  const body = text.slice(block.start, block.end);
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(1, block.level ?? 1)))} ${inlineMarkdown(body)}`;
    case 'list-item':
      return itemToMarkdown(body, block.level ?? 1);
    case 'table':
      return (block.table && tableToMarkdown(text, block.table)) ?? linesToMarkdown(body);
    case 'code':
      return fencedCode(body, language);
    case 'note':
      return body
        .split('\n')
        .map((line) => `> ${lineMarkdown(line)}`)
        .join('\n');
    default:
      return page.provenance === 'markup' ? body.split('\n').map(lineMarkdown).join('  \n') : linesToMarkdown(body);
  }
}

function itemToMarkdown(body: string, level: number): string {
  const indent = INDENT.repeat(Math.min(20, Math.max(0, level - 1)));
  const [whole = '', marker = '-'] = MARKER.exec(body) ?? [];
  const [first = '', ...rest] = body.slice(whole.length).split('\n');
  return [`${indent}${marker} ${lineMarkdown(first)}`, ...rest.map((line) => `${indent}${INDENT}${line.trim()}`)].join(
    '\n',
  );
}
