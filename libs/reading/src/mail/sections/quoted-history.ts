import { historyMarkAt } from './history-marks.js';
import { isBlankLine, linesOf, type Range, type TextLine } from './lines.js';

/** A copy of another mail. */
export interface QuotedRange extends Range {
  readonly isForwarded: boolean;
}

/** `>From` at the beginning of a line was quoted by a mailbox, not by a person. */
const QUOTE = /^[ \t]*>(?!From )/;
/** What a mark can begin or end with; lines without any of it are stepped over. */
const MAYBE_MARK = /[:：]\s*$|[:：][ \t]|^[\s>*]*[-_=]{2}|写道|寫道/;

/** Characters that are looked at; what goes on longer is no letter any more, whatever stands in it. */
const MOST_TEXT = 300_000;
const MOST_RANGES = 1000;

/** Where a text copies other mails: quoted lines, and all that follows a mark of a mailer. In order, without overlaps. */
export function quotedRanges(text: string): QuotedRange[] {
  const ranges: QuotedRange[] = [];
  const lines = linesOf(text, 0, Math.min(text.length, MOST_TEXT));
  let taken = 0;
  for (let at = 0; at < lines.length && ranges.length < MOST_RANGES; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (QUOTE.test(line.text)) {
      const last = lastQuoted(lines, at);
      ranges.push(rangeOf(lines, at, last, false));
      taken = last + 1;
      at = last;
      continue;
    }
    const mark = MAYBE_MARK.test(line.text) ? historyMarkAt(lines, at, taken) : null;
    if (mark === null) continue;
    const last = mark.isAttribution ? lastBelow(lines, mark.last) : lines.length - 1;
    ranges.push(rangeOf(lines, mark.first, last, mark.isForwarded));
    taken = last + 1;
    at = last;
  }
  return ranges.map((range) => toEnd(range, lines.at(-1)?.end ?? 0, text.length));
}

const rangeOf = (lines: readonly TextLine[], first: number, last: number, isForwarded: boolean): QuotedRange => ({
  start: lines[first]?.start ?? 0,
  end: lines[last]?.end ?? 0,
  isForwarded,
});

/** What lies behind the last line that was looked at goes on as that line does. */
const toEnd = (range: QuotedRange, looked: number, length: number): QuotedRange =>
  range.end < looked ? range : { ...range, end: length };

/** Of a run of quoted lines; empty lines between them belong to it. */
function lastQuoted(lines: readonly TextLine[], at: number): number {
  let last = at;
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (QUOTE.test(line.text)) last = index;
    else if (!isBlankLine(line)) break;
  }
  return last;
}

/** Below `On … wrote:` stand quoted lines, or, where the mailer does not mark them, nothing but the quoted mail. */
function lastBelow(lines: readonly TextLine[], mark: number): number {
  let next = mark + 1;
  while (next < lines.length && isBlankLine(lines[next] as TextLine)) next++;
  const below = lines[next];
  return below !== undefined && QUOTE.test(below.text) ? lastQuoted(lines, next) : lines.length - 1;
}
