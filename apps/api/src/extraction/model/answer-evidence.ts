import { QuoteFinder } from '@app/text';
import type { FieldSpec } from '../../schemas/index.js';
import {
  type AgentResult,
  amountsIn,
  type Candidate,
  type CandidateRow,
  cents,
  type DocumentView,
  findDatesOnce,
  fold,
  MODEL_SCORE,
  moneyString,
  within,
} from '../../fields/index.js';
import type { FieldAnswers, QuotedRow, QuotedValue } from './field-question.js';

/** What of a model's answer stands in the document, and what is wrong with the rest, by field. */
export interface Evidenced extends AgentResult {
  readonly problems: ReadonlyMap<string, string>;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Source {
  readonly view: DocumentView;
  /** Says where quotes stand in the text of the view. */
  readonly quotes: Pick<QuoteFinder, 'find'>;
  readonly model: string;
}

/** A value as it stands inside a passage; null where the passage does not hold it. */
interface Standing extends Place {
  readonly value: string;
  readonly currency?: string | null;
}

function dateIn({ view }: Source, place: Place, value: string): Standing | null {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : findDatesOnce(value, view.language)[0]?.iso;
  const found = within(view.dates, place.start, place.end).find((date) => date.iso === iso);
  return found && iso !== undefined ? { start: found.start, end: found.end, value: iso } : null;
}

function amountIn({ view }: Source, place: Place, value: string, isMoney: boolean): Standing | null {
  const wanted = Number(value.replace(/[^\d.-]/g, ''));
  if (!Number.isFinite(wanted) || !/\d/.test(value)) return null;
  const found = amountsIn(view, place.start, place.end).find((one) =>
    isMoney ? cents(one.value) === Math.round(wanted * 100) : Number(one.value) === wanted,
  );
  if (!found) return null;
  const { start, end, currency } = found;
  return { start, end, currency, value: isMoney ? moneyString(found.value) : found.value };
}

/** The signs at its end belong to a value where they stand in the text too, "Inc." for one; quotes are found without them. */
function withLastSigns(text: string, end: number, value: string): number {
  const signs = /[^\p{L}\p{N}\s]+$/u.exec(value.trimEnd())?.[0] ?? '';
  return text.startsWith(signs, end) ? end + signs.length : end;
}

/** Words as they are printed, wherever the passage breaks its lines. */
function wordsIn({ view }: Source, place: Place, value: string): Standing | null {
  const found = new QuoteFinder(view.text.slice(place.start, place.end)).find(value);
  if (!found) return null;
  const start = place.start + found.start;
  const last = place.start + found.end;
  const end = found.match === 'exact' ? last : withLastSigns(view.text, last, value);
  return { start, end, value: view.text.slice(start, end).replace(/\s+/g, ' ') };
}

/** A member of the field's enumeration is the tenant's word for what the passage says. */
function memberOf(spec: FieldSpec, value: string): string | undefined {
  return spec.enum?.find((member) => fold(member) === fold(value));
}

function valueIn(source: Source, spec: FieldSpec, place: Place, value: string): Standing | null {
  const member = memberOf(spec, value);
  if (member !== undefined) return { ...place, value: member };
  switch (spec.type) {
    case 'date':
      return dateIn(source, place, value);
    case 'money':
    case 'number':
      return amountIn(source, place, value, spec.type === 'money');
    case 'boolean':
      return /^(?:true|false)$/.test(value) ? { ...place, value } : null;
    default:
      return wordsIn(source, place, value);
  }
}

/** Types whose value a model may word for itself, if it says which passage it stands on. */
const isWording = ({ type }: FieldSpec): boolean => type === 'string' || type === 'address';

function candidateOf(source: Source, spec: FieldSpec, standing: Standing, isDerived: boolean): Candidate {
  const { start, end, value, currency } = standing;
  return {
    field: spec.name,
    value,
    raw: source.view.text.slice(start, end),
    ...(currency !== undefined && { currency }),
    start,
    end,
    score: MODEL_SCORE,
    evidence: isDerived ? 'model-derived' : 'model',
    agent: spec.family,
    model: source.model,
  };
}

/** The value with its proof, or what is wrong with it. */
function scalar(source: Source, spec: FieldSpec, { value, quote }: NonNullable<QuotedValue>): Candidate | string {
  const place = source.quotes.find(quote);
  const standing = place && valueIn(source, spec, place, value);
  if (standing) return candidateOf(source, spec, standing, false);
  if (place && isWording(spec) && value.trim() !== '')
    return candidateOf(source, spec, { ...place, value: value.trim() }, true);
  return place
    ? 'the value does not stand in its quote'
    : 'the quote does not stand in the document; copy it to the letter';
}

/** Rows in the order of the document; each is looked for behind the one before, for rows may be alike. */
function rowsOf(source: Source, spec: FieldSpec, rows: readonly QuotedRow[]): { rows: CandidateRow[]; lost: number } {
  const columns = spec.fields ?? [spec];
  const found: CandidateRow[] = [];
  let from = 0;
  for (const row of rows) {
    const place = source.quotes.find(row.quote, from) ?? source.quotes.find(row.quote);
    if (!place) continue;
    const cells = columns.flatMap((column) => {
      const value = row.cells[column.name];
      const standing = value === null || value === undefined ? null : valueIn(source, column, place, value);
      return standing ? [candidateOf(source, column, standing, false)] : [];
    });
    if (cells.length === 0) continue;
    found.push({ cells });
    from = place.end;
  }
  return { rows: found, lost: rows.length - found.length };
}

/**
 * Holds an answer against the document. A value stands only where its quote is found in the text and holds it; words of the
 * model's own for a passage that is there count as derived; all else is dropped and named.
 */
export function evidenceIn(source: Source, specs: readonly FieldSpec[], answers: FieldAnswers): Evidenced {
  const candidates: Candidate[] = [];
  const lists: AgentResult['lists'][number][] = [];
  const problems = new Map<string, string>();
  for (const spec of specs) {
    const answer = answers[spec.name];
    if (answer === null || answer === undefined) continue;
    if (Array.isArray(answer)) {
      const { rows, lost } = rowsOf(source, spec, answer as readonly QuotedRow[]);
      if (rows.length > 0) lists.push({ field: spec.name, rows, score: MODEL_SCORE, agent: spec.family });
      if (lost > 0)
        problems.set(spec.name, `${lost} rows do not stand in the document; copy their quotes to the letter`);
      continue;
    }
    const found = scalar(source, spec, answer as NonNullable<QuotedValue>);
    if (typeof found === 'string') problems.set(spec.name, found);
    else candidates.push(found);
  }
  return { candidates, lists, problems };
}
