import type { Span } from './text-model.js';

/** Runs of the digits 0 to 9, in order: finders of dates, amounts and codes look only beside them. */
export function digitRuns(text: string): Span[] {
  const runs: Span[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (isDigit && start < 0) start = i;
    else if (!isDigit && start >= 0) {
      runs.push({ start, end: i });
      start = -1;
    }
  }
  if (start >= 0) runs.push({ start, end: text.length });
  return runs;
}
