import { amountsIn, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { regionsOf } from '../domain/regions.js';
import type { Concept, FieldSpec } from '../../schemas/index.js';

const make = (view: DocumentView, field: FieldSpec, start: number, end: number, score: number): Candidate => {
  const raw = view.text.slice(start, end);
  return {
    field: field.name,
    value: raw.replace(/\s+/g, ' ').trim(),
    raw,
    start,
    end,
    score,
    evidence: 'pattern',
    agent: 'identifiers',
  };
};

type Finder = (view: DocumentView, field: FieldSpec) => Candidate[];

/** The label that is printed is itself the value: "PASSPORT". */
const printedLabel: Finder = (view, field) =>
  (view.byField.get(field.name) ?? [])
    .slice(0, 5)
    .map(({ hit, rank }, index) =>
      make(view, field, hit.start, hit.end, 0.8 * hit.quality - 0.01 * rank - 0.02 * index),
    );

const FORM =
  /\b(?:form|formular|formulaire|formulario|modelo|modello|cerfa)\s+(?:no\.?\s*)?[A-Z0-9][A-Z0-9-]*(?:\s?-\s?[A-Z0-9]+)*(?:\s?\([A-Z]{1,4}\))?/gi;

/** "Form W-9", "Modelo 100": with a number; else the first heading. */
const formName: Finder = (view, field) => {
  const found = [...view.text.slice(0, 12_000).matchAll(FORM)]
    .filter((match) => /\d|[A-Z]{2}/.test(match[0].slice(4)) && /\d/.test(match[0]))
    .slice(0, 5)
    .map((match, index) => make(view, field, match.index, match.index + match[0].length, 0.8 - 0.02 * index));
  const heading = view.layout.rows
    .slice(0, 6)
    .flat()
    .find(
      (cell) =>
        cell.words.length >= 2 && cell.words.length <= 12 && /\p{L}{3}/u.test(cell.text) && !/\d{3}|:/.test(cell.text),
    );
  return heading ? [...found, make(view, field, heading.start, heading.end, 0.4)] : found;
};

const YEAR = /\b((?:19|20)\d{2})\b/g;

/** The year of a form: behind its label, or printed large near the top. */
const year: Finder = (view, field) => {
  const labelled = (view.byField.get(field.name) ?? []).slice(0, 5).flatMap(({ hit, rank }) => {
    const match = /\b(?:19|20)\d{2}\b/.exec(view.text.slice(hit.end, hit.end + 40));
    return match
      ? [make(view, field, hit.end + match.index, hit.end + match.index + 4, 0.9 * hit.quality - 0.01 * rank)]
      : [];
  });
  const dates = view.dates.map((date) => [date.start, date.end] as const);
  const alone = [...view.text.slice(0, 3_000).matchAll(YEAR)]
    .filter((match) => !dates.some(([start, end]) => match.index >= start && match.index < end))
    .slice(0, 3)
    .map((match, index) => make(view, field, match.index, match.index + 4, 0.55 - 0.05 * index));
  return [...labelled, ...alone];
};

const COURT = /[^\n]*\b(?:court|gericht|tribunal|cour d|juzgado|tribunale|rechtbank|landgericht|amtsgericht)\b[^\n]*/gi;

/** The first lines that name a court, with the line of its district. */
const court: Finder = (view, field) =>
  [...view.text.slice(0, 5_000).matchAll(COURT)]
    .filter((match) => match[0].trim().length <= 90)
    .slice(0, 3)
    .map((match, index) => {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const next = /^\n([^\n]*\b(?:district|county|division|state of)\b[^\n]*)/i.exec(
        view.text.slice(match.index + match[0].length),
      );
      return make(
        view,
        field,
        start,
        match.index + match[0].trimEnd().length + (next ? next[0].trimEnd().length : 0),
        0.78 - 0.05 * index,
      );
    });

const UNIT_AFTER = /^\s*\(?(\p{L}[\p{L}³²/]{0,7}|m³|m²)(?![\p{L}\p{N}])/u;

/** The unit behind the number that the field `<name>Unit` is of. */
const unit: Finder = (view, field) =>
  (view.byField.get(field.name.replace(/Unit$/, '')) ?? []).slice(0, 8).flatMap(({ hit, rank }) =>
    regionsOf(view.layout, hit, view.byCell).flatMap((region) => {
      const number = amountsIn(view, region.start, region.end).find(({ start }) => start >= region.start);
      const printed = number ? UNIT_AFTER.exec(view.text.slice(number.end, region.end))?.[1] : undefined;
      if (!number || printed === undefined) return [];
      const start = view.text.indexOf(printed, number.end);
      return [make(view, field, start, start + printed.length, 0.85 * hit.quality * region.weight - 0.005 * rank)];
    }),
  );

const FINDERS: Partial<Record<Concept, Finder>> = {
  'printed-label': printedLabel,
  'form-name': formName,
  year,
  court,
  'unit-of-use': unit,
};

/** Values of forms that are known by their look; null where the field is not of that kind. */
export const findByForm = (view: DocumentView, field: FieldSpec): Candidate[] | null =>
  (field.concept && FINDERS[field.concept]?.(view, field)) ?? null;
