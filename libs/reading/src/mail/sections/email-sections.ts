import type { EmailSection, EmailSectionKind } from '../../reading-model.js';
import { disclaimerIn } from './disclaimer.js';
import type { MarkedRange } from './html-marks.js';
import type { Range } from './lines.js';
import { quotedRanges, type QuotedRange } from './quoted-history.js';
import { signatureStart } from './signature.js';

/**
 * The parts of a body (offsets from its beginning): the sender's own words, copies of other mails, signature, disclaimer.
 * `marked`: what its markup says of them. In order, without overlaps; blanks at the edges belong to none.
 */
export function emailSections(text: string, marked: readonly MarkedRange[] = []): EmailSection[] {
  const sections: EmailSection[] = [];
  const scan = new SectionScan(text, marked, sections);
  let at = 0;
  for (const quoted of merged([...scan.quotedByMarkup(), ...quotedRanges(text)])) {
    scan.addOwn({ start: at, end: quoted.start });
    scan.add('quoted', quoted);
    at = quoted.end;
  }
  scan.addOwn({ start: at, end: text.length });
  return sections;
}

function merged(ranges: readonly QuotedRange[]): QuotedRange[] {
  const result: QuotedRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last === undefined || range.start > last.end) result.push(range);
    else
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, range.end),
        isForwarded: last.isForwarded || range.isForwarded,
      };
  }
  return result;
}

/** Characters of one's own words; longer ones are data, and nothing is looked for under them. */
const LONGEST_LETTER = 300_000;

class SectionScan {
  constructor(
    private readonly text: string,
    private readonly marked: readonly MarkedRange[],
    private readonly sections: EmailSection[],
  ) {}

  quotedByMarkup(): QuotedRange[] {
    return this.marked.flatMap(({ kind, start, end }) =>
      kind === 'quoted' ? [{ start, end, isForwarded: false }] : [],
    );
  }

  /** What the sender wrote, and what stands under it. */
  addOwn(range: Range): void {
    if (this.text.slice(range.start, range.end).trim() === '') return;
    const disclaimer = range.end - range.start > LONGEST_LETTER ? null : disclaimerIn(this.text, range);
    const own = { start: range.start, end: disclaimer?.start ?? range.end };
    const signature = this.signatureByMarkup(own) ?? signatureStart(this.text, own) ?? own.end;
    this.add('new', { start: own.start, end: signature });
    this.add('signature', { start: signature, end: own.end });
    if (disclaimer === null) return;
    this.add('disclaimer', disclaimer);
    this.addOwn({ start: disclaimer.end, end: range.end });
  }

  add(kind: EmailSectionKind, { start, end, isForwarded = false }: Range & { readonly isForwarded?: boolean }): void {
    const body = this.text.slice(start, end);
    if (body.trim() === '') return;
    const from = start + body.length - body.trimStart().length;
    this.sections.push({ kind, start: from, end: from + body.trim().length, ...(isForwarded ? { isForwarded } : {}) });
  }

  /** Only at the end of the sender's words: what follows a signature in the middle is theirs again. */
  private signatureByMarkup(own: Range): number | null {
    const found = this.marked.findLast(
      ({ kind, start, end }) => kind === 'signature' && start >= own.start && end <= own.end,
    );
    if (found === undefined || this.text.slice(found.end, own.end).trim() !== '') return null;
    return found.start;
  }
}
