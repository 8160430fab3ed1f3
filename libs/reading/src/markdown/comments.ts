import { type Fence, isClosingFence, linesOf, openingFence } from './lines.js';

const OPEN = '<!--';
const CLOSE = '-->';

/**
 * Takes HTML comments out of a Markdown text: nobody who looks at the page sees them. Those in code stay; lines that held
 * nothing else go with them.
 */
export function withoutComments(text: string): { text: string; comments: string[] } {
  if (!text.includes(OPEN)) return { text, comments: [] };
  const comments: string[] = [];
  const kept: string[] = [];
  let at = 0;
  for (const start of commentStarts(text)) {
    if (start < at) continue;
    const end = text.indexOf(CLOSE, start + OPEN.length);
    if (end < 0) break;
    comments.push(text.slice(start + OPEN.length, end).trim());
    const before = text.slice(at, start);
    const after = end + CLOSE.length;
    const isOwnLine =
      /(?:^|\n)[ \t]*$/.test(before.slice(-200)) && /^[ \t]*(?:\n|$)/.test(text.slice(after, after + 200));
    kept.push(before);
    at = isOwnLine ? Math.min(text.length, text.indexOf('\n', after) + 1 || text.length) : after;
  }
  return { text: kept.join('') + text.slice(at), comments };
}

/** Where comments may begin: outside fenced code and code spans. */
function* commentStarts(text: string): Generator<number> {
  let fence: Fence | null = null;
  for (const line of linesOf(text)) {
    if (fence !== null) {
      if (isClosingFence(line.text, fence)) fence = null;
      continue;
    }
    fence = openingFence(line.text);
    if (fence !== null || !line.text.includes(OPEN)) continue;
    const plain = line.text.replace(/(`+)[^`]+\1/g, (span) => '`'.repeat(span.length));
    for (let at = plain.indexOf(OPEN); at >= 0; at = plain.indexOf(OPEN, at + 1)) yield line.start + at;
  }
}
