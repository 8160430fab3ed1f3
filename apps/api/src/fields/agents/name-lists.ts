import type { DocumentView } from '../domain/document-view.js';
import type { Candidate, ListCandidate } from '../domain/field-model.js';
import { endsAddress, hasLegalForm, isContactLine, nameFit, trimName } from '../domain/party-text.js';
import type { LabelHit } from '../domain/labels.js';
import { heightOf } from '../domain/layout.js';
import { sectionsOf } from './sections.js';
import { regionsOf, type Region } from '../domain/regions.js';
import type { Concept, FieldSpec } from '../../schemas/index.js';
import { moneyString, phraseIn } from '../domain/values.js';

interface Entry {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly currency?: string | null;
}

/** Lists of single values are for orientation; more entries than this help nobody. */
const MAX_ENTRIES = 100;

function distinct(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries
    .filter((entry) => {
      const key = entry.value.toLowerCase();
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MAX_ENTRIES);
}

const HONORIFIC =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Hon|Judge|Sir|Mme|Sr|Sra|Sig)\.?\s+((?:\p{Lu}[\p{L}’'.-]*\s?){1,4})/gu;

function organizations(view: DocumentView): Entry[] {
  return view.layout.cells.slice(0, 4_000).flatMap((cell) => {
    if (!hasLegalForm(cell.text) || cell.words.length > 9 || isContactLine(cell.text) || nameFit(cell.text) < 0.6)
      return [];
    const value = trimName(cell.text);
    return value.length > 2
      ? [{ value, start: cell.start, end: cell.start + cell.text.indexOf(value) + value.length }]
      : [];
  });
}

function people(view: DocumentView): Entry[] {
  return [...view.text.slice(0, 200_000).matchAll(HONORIFIC)]
    .map((match) => {
      const value = (match[1] ?? '').trim();
      const start = match.index + match[0].indexOf(value);
      return { value, start, end: start + value.length };
    })
    .filter((entry) => entry.value.length > 2);
}

const CODE =
  /(?<![\p{L}\p{N}])(?=[\p{Lu}\p{N}/-]*\d)(?=[\p{Lu}\p{N}/-]*[\p{Lu}/-])[\p{Lu}\p{N}][\p{Lu}\p{N}/-]{4,24}[\p{Lu}\p{N}](?![\p{L}\p{N}])/gu;

function identifiers(view: DocumentView): Entry[] {
  const dates = new Set(view.dates.map((date) => date.start));
  return [...view.text.slice(0, 200_000).matchAll(CODE)]
    .filter((match) => !dates.has(match.index))
    .map((match) => ({ value: match[0], start: match.index, end: match.index + match[0].length }));
}

const VERSUS = /(?:^|\n)[^\n\p{L}]*(?:v\.|vs\.?|versus|-against-|against)[^\n\p{L}]*(?:\n|$)|\s+(?:v\.|vs\.?)\s+/iu;

/** "Case No. 25-118" beside the names of a caption: the label of a single value, and that value. */
function isLabelledAt(view: DocumentView, start: number): boolean {
  const single = new Set(view.schema.fields.filter((field) => field.type !== 'list').map((field) => field.name));
  return view.labels.some(
    (hit) => hit.start === start && hit.quality >= 0.7 && hit.fields.some((name) => single.has(name)),
  );
}

/** Names before "Plaintiff" or after "v.": the caption of a case. */
function caption(view: DocumentView, side: 'plaintiff' | 'defendant'): Entry[] {
  const head = view.text.slice(0, 4_000);
  const versus = VERSUS.exec(head);
  if (!versus) return [];
  const from = side === 'plaintiff' ? Math.max(0, versus.index - 500) : versus.index + versus[0].length;
  const to = side === 'plaintiff' ? versus.index : Math.min(head.length, from + 500);
  const lines = [...head.slice(from, to).matchAll(/[^\n]+/g)].map((match) => ({
    text: match[0].trim(),
    start: from + match.index + (match[0].length - match[0].trimStart().length),
  }));
  const usable = lines.filter(
    ({ text, start }) =>
      !/^\W*(?:plaintiffs?|defendants?|petitioners?|respondents?)\W*$/i.test(text) && !isLabelledAt(view, start),
  );
  const ordered = side === 'plaintiff' ? usable.toReversed() : usable;
  const named = ordered.find(
    ({ text }) => nameFit(text.replace(/[,;:]?\s*(?:plaintiffs?|defendants?|et al\.?).*$/i, '')) >= 0.45,
  );
  if (!named) return [];
  const value = named.text.replace(/[,;:]?\s*(?:plaintiffs?|defendants?|et al\.?).*$/i, '').replace(/[\s,;:)(]+$/u, '');
  return [{ value, start: named.start, end: named.start + value.length }];
}

const BULLET = /^[\s•*·\-–\d.)]+(?=\p{L})/u;

/** A list ends where its lines come to stand further apart, in heights, or where its bullets end. */
const LIST_GAP = 0.8;

function listLines(hit: LabelHit, regions: readonly Region[]): Region[] {
  if (regions[0]?.evidence !== 'label-below') return regions.slice(0, 1);
  const bulleted = BULLET.test(regions[0].cell.text);
  const lines: Region[] = [];
  let [above, gap] = [hit.cell, Infinity];
  for (const region of regions.filter(({ evidence }) => evidence === 'label-below')) {
    const own = region.cell.rect.top - above.rect.bottom;
    if (own > gap + LIST_GAP * heightOf(region.cell.rect) || BULLET.test(region.cell.text) !== bulleted) break;
    lines.push(region);
    [above, gap] = [region.cell, own];
  }
  return lines;
}

/** "Medications at discharge:" is a label to its colon, "Secondary diagnosis:" from its first word. */
function wholeLabel(field: FieldSpec, hit: LabelHit): LabelHit | null {
  if (hit.quality >= 0.85) return hit;
  if (field.concept !== undefined || hit.cell.words.length > 14) return null;
  const after = hit.cell.text.slice(hit.end - hit.cell.start);
  if (/^\s*:/.test(after)) return hit.quality >= 0.7 ? hit : null;
  return hit.start - hit.cell.start <= 2 && /^(?:\s+\p{L}+){1,3}:\s*$/u.test(after)
    ? { ...hit, end: hit.cell.end }
    : null;
}

/** The entries of a line: parted by commas, or the whole line where it has a bullet. */
function entriesIn(view: DocumentView, { start, end }: Pick<Region, 'start' | 'end'>): Entry[] {
  const text = view.text.slice(start, end);
  return [...text.matchAll(BULLET.test(text) ? /[^;]+/g : /[^,;]+/g)].flatMap((match) => {
    const lead = BULLET.exec(match[0])?.[0].length ?? 0;
    const phrase = phraseIn(view.text, start + match.index + lead, start + match.index + match[0].length);
    return phrase && phrase.value.length <= 120 ? [phrase] : [];
  });
}

/** Entries after a label, in its line or one a line under it. */
function labelled(view: DocumentView, field: FieldSpec): Entry[] {
  return (view.byField.get(field.name) ?? []).slice(0, 4).flatMap((one) => {
    const hit = wholeLabel(field, one.hit);
    if (!hit) return [];
    const regions = regionsOf(view.layout, hit, view.byCell).filter((region) => !endsAddress(region.cell.text));
    return listLines(hit, regions).flatMap((region) => entriesIn(view, region));
  });
}

function entriesOf(view: DocumentView, field: FieldSpec): Entry[] {
  const readers: Partial<Record<Concept, () => Entry[]>> = {
    'section-entries': () => {
      const own = sectionsOf(view, field.name).flatMap(({ rows }) =>
        rows.flat().flatMap((cell) => entriesIn(view, cell)),
      );
      return own.length > 0 ? own : labelled(view, field);
    },
    'all-dates': () => view.dates.map(({ iso, start, end }) => ({ value: iso, start, end })),
    'all-amounts': () =>
      view.amounts
        .filter((amount) => !amount.percent && (amount.currency !== null || amount.decimals === 2))
        .map((amount) => ({
          value: moneyString(amount.value),
          start: amount.start,
          end: amount.end,
          currency: amount.currency ?? view.currency,
        })),
    'all-organizations': () => organizations(view),
    'all-people': () => people(view),
    'all-identifiers': () => identifiers(view),
    plaintiff: () => [...labelledNames(view, field), ...caption(view, 'plaintiff')],
    defendant: () => [...labelledNames(view, field), ...caption(view, 'defendant')],
  };
  return (field.concept && readers[field.concept]?.()) ?? labelled(view, field);
}

/** "Plaintiff: Jane Roe"; a label without a colon stands behind the name and is read by the caption. */
const labelledNames = (view: DocumentView, field: FieldSpec): Entry[] =>
  labelled(view, field).filter(
    (entry) => /:\s*$/.test(view.text.slice(Math.max(0, entry.start - 3), entry.start)) && nameFit(entry.value) >= 0.45,
  );

/** The entries of a list of single values. */
export function nameLists(view: DocumentView, fields: readonly FieldSpec[]): ListCandidate[] {
  return fields
    .filter((field) => field.type === 'list')
    .flatMap((field) => {
      const column = field.fields?.[0];
      const entries = column ? distinct(entriesOf(view, field)) : [];
      const rows = entries.map((entry) => {
        const cell: Candidate = {
          field: column?.name ?? 'name',
          value: entry.value,
          raw: view.text.slice(entry.start, entry.end),
          currency: entry.currency ?? null,
          start: entry.start,
          end: entry.end,
          score: 0.7,
          evidence: 'pattern',
          agent: field.family,
        };
        return { cells: [cell] };
      });
      return rows.length > 0 ? [{ field: field.name, rows, score: 0.7, agent: field.family }] : [];
    });
}
