import type { DocumentView } from '../domain/document-view.js';
import type { Candidate, CandidateRow, ListCandidate } from '../domain/field-model.js';
import type { Cell } from '../domain/layout.js';
import { hasLegalForm } from '../domain/party-text.js';
import { phraseIn, type PrintedValue } from '../domain/values.js';
import type { FieldSpec } from '../../schemas/index.js';
import { sectionsOf } from './sections.js';
import { timeSpanIn } from './time-spans.js';

/** Words of bodies that employ or teach, in seven languages. */
const BODY =
  /(?<!\p{L})(?:univers\p{L}*|college|school|institut\p{L}*|academ\p{L}*|akademie|hochschule|\p{L}*schule|gymnasium|lycée|lycee|école|ecole|collège|escuela|colegio|instituto|liceo|istituto|politecnico|scuola|faculdade|escola|bank|union|company|group|gruppe|groupe|grupo|gruppo|agency|agence|agencia|agenzia|ministry|council|hospital|klinik|clinic|krankenhaus|hôpital|ospedale|stadt|city of|werke|\p{L}*werke|éditions|editions|verlag|transportes|transports|services|solutions|systems|industries|foundation|stiftung|ltd|inc)(?!\p{L})/iu;
const isBody = (text: string): boolean => hasLegalForm(text) || BODY.test(text);

const BULLET = /^\s*[•*·▪◦‣–-]\s+/u;
const BETWEEN = /\s*[|·•]\s*|\s+[–—-]\s+|,\s+|\s+(?:@|at|bei|chez|presso)\s+/giu;
/** The lines of an entry that say what and where; what follows tells of the work itself. */
const HEAD_ROWS = 3;
const MOST_WORDS = 12;
/** Lines before the first time of a section that belong to its entry. */
const MOST_BEFORE = 3;

interface Timed {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

/** The rows of a section that hold a time, and where it stands in the text. */
const timesIn = (rows: readonly (readonly Cell[])[]): Timed[] =>
  rows.flatMap((cells, row) => {
    for (const { text, start } of cells) {
      const span = BULLET.test(text) ? null : timeSpanIn(text);
      if (span) return [{ row, start: start + span.start, end: start + span.end }];
    }
    return [];
  });

/** A stretch without the time in it, cut where its parts are. */
function partsOf(view: DocumentView, cell: Cell, time: Timed): PrintedValue[] {
  const isHere = time.start >= cell.start && time.end <= cell.end;
  const stretches = isHere
    ? [
        [cell.start, time.start],
        [time.end, cell.end],
      ]
    : [[cell.start, cell.end]];
  return stretches.flatMap(([from = 0, to = 0]) => {
    const cuts = [...view.text.slice(from, to).matchAll(BETWEEN)];
    const starts = [from, ...cuts.map((cut) => from + cut.index + cut[0].length)];
    return starts.flatMap((start, index) => {
      const cut = cuts[index];
      const phrase = phraseIn(view.text, start, cut ? from + cut.index : to);
      const value = phrase?.value.replace(/^[()[\]]+|[()[\]]+$/g, '') ?? '';
      return phrase && /\p{L}{2}/u.test(value) ? [{ ...phrase, value }] : [];
    });
  });
}

const isTold = (cells: readonly Cell[]): boolean => {
  const words = cells.reduce((sum, cell) => sum + cell.words.length, 0);
  return (
    BULLET.test(cells[0]?.text ?? '') || words > MOST_WORDS || (words > 4 && /\.\s*$/.test(cells.at(-1)?.text ?? ''))
  );
};

/** What and where: the part that names a body is where, else the second one. */
function whatAndWhere(parts: readonly PrintedValue[]): readonly [PrintedValue | undefined, PrintedValue | undefined] {
  const first = parts.slice(0, HEAD_ROWS);
  const body = first.find(({ value }) => isBody(value));
  const what = first.find((one) => one !== body);
  return body ? [what, body] : [first[0], first[1]];
}

const cellOf = (view: DocumentView, field: FieldSpec, { value, start, end }: PrintedValue): Candidate => ({
  field: field.name,
  value,
  raw: view.text.slice(start, end),
  start,
  end,
  score: 0.78,
  evidence: 'section-block',
  agent: 'line-items',
});

function entryOf(
  view: DocumentView,
  [what, where, when]: readonly FieldSpec[],
  rows: readonly (readonly Cell[])[],
  time: Timed,
): CandidateRow | null {
  const told = rows.findIndex(isTold);
  const head = rows.slice(0, told < 0 ? HEAD_ROWS : Math.min(told, HEAD_ROWS));
  const [first, second] = whatAndWhere(head.flat().flatMap((cell) => partsOf(view, cell, time)));
  const printed = phraseIn(view.text, time.start, time.end);
  const cells = [
    ...(what && first ? [cellOf(view, what, first)] : []),
    ...(where && second ? [cellOf(view, where, second)] : []),
    ...(when && printed ? [cellOf(view, when, printed)] : []),
  ];
  return first || second ? { cells } : null;
}

/**
 * Records under a heading, each with the time that it took: where somebody worked and learned. The first three columns of the list
 * are what it was, where, and when. How many lines stand before the first time says where each record begins.
 */
export function datedEntries(view: DocumentView, field: FieldSpec): ListCandidate[] {
  const columns = field.fields ?? [];
  const rows = sectionsOf(view, field.name).flatMap((section) => {
    const times = timesIn(section.rows);
    const before = Math.min(times[0]?.row ?? 0, MOST_BEFORE);
    return times.flatMap((time, index) => {
      const from = Math.max(time.row - before, (times[index - 1]?.row ?? -1) + 1);
      const next = times[index + 1];
      const to = next ? Math.max(time.row + 1, next.row - before) : section.rows.length;
      return entryOf(view, columns, section.rows.slice(from, to), time) ?? [];
    });
  });
  return rows.length > 0 ? [{ field: field.name, rows, score: 0.78, agent: 'line-items' }] : [];
}
