import type { Box, Page } from '@app/reading';
import type { Span } from '@app/text';

/** The smallest box around the words of a span on its page; null where the words have none. */
export function boxOf(pages: readonly Page[], span: Span): Box | null {
  const page = pages.find(({ start, end }) => start < span.end && end > span.start);
  const boxes = (page?.lines ?? [])
    .flatMap(({ words }) => words)
    .filter(({ start, end }) => start < span.end && end > span.start)
    .flatMap(({ box }) => (box ? [box] : []));
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
