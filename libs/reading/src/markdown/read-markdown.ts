import type { Block } from '../reading-model.js';
import { withoutComments } from './comments.js';
import { readFrontMatter } from './front-matter.js';
import { endOf, isBlank, linesOf, type TextLine } from './lines.js';
import { markdownBlocks } from './markdown-blocks.js';

/** A Markdown text as it is written, but for comments; where its blocks stand, and what it says of itself. */
export interface MarkdownContent {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly hidden: readonly string[];
}

/** Lines of `source` end in `\n`. */
export function readMarkdown(source: string): MarkdownContent {
  const { text, comments } = withoutComments(source);
  const front = readFrontMatter(text);
  const lines = linesOf(text);
  const head = front === null ? [] : lines.slice(1, front.lines - 1);
  const blocks = [
    ...head.filter((line) => !isBlank(line)).map(asEntry),
    ...markdownBlocks(lines.slice(front?.lines ?? 0)),
  ];
  return { text, blocks, metadata: front?.metadata ?? {}, hidden: comments };
}

const asEntry = (line: TextLine): Block => ({ kind: 'key-value', start: line.start, end: endOf(line), box: null });
