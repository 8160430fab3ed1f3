import type { FieldSpec } from '../schemas/index.js';
import { type Believe, groupOf } from './domain/belief.js';
import { BROKEN, confidenceOf, type Standing } from './domain/confidence.js';
import type { DocumentView } from './domain/document-view.js';
import { embeddedField, embeddedList } from './domain/embedded-fields.js';
import type { PlacedInvoice } from './domain/embedded-places.js';
import type { Candidate, Disagreement, Evidence, ExtractedField, ListCandidate } from './domain/field-model.js';
import { type Grounder, matchOf } from './domain/grounding.js';
import type { Merged } from './domain/merge.js';
import { heldAgainstPage } from './domain/page-disagreements.js';
import { checkRules, type ListFacts, type RuleOutcome } from './domain/rules.js';
import { type Signs, signsOf } from './domain/signs.js';
import { cents } from './domain/values.js';

/** Addresses run over lines: one more or less is the commonest error of all. */
const ADDRESS_CERTAINTY = 0.93;

/** Evidence of values that are not printed as such. */
const DERIVED: ReadonlySet<Evidence> = new Set(['clause-derived', 'computed', 'model-derived']);

/** What fields are made of. */
export interface Build {
  readonly view: DocumentView;
  readonly grounder: Grounder;
  readonly runId: string | null;
  readonly merged: Merged;
  readonly lists: readonly ListCandidate[];
  readonly believe: Believe;
}

export function filled(
  build: Build,
  field: FieldSpec,
  candidate: Candidate,
  confidence: number,
  failures: readonly string[],
): ExtractedField {
  const derived = DERIVED.has(candidate.evidence);
  return {
    name: field.name,
    type: field.type,
    value: candidate.value,
    currency: field.type === 'money' ? (candidate.currency ?? build.view.currency) : null,
    raw: candidate.raw,
    confidence,
    grounding: build.grounder.ground(candidate, matchOf(candidate.value, candidate.raw, derived)),
    source: 'body',
    origin: {
      engine: candidate.model === undefined ? 'local' : 'llm',
      agent: candidate.agent,
      model: candidate.model ?? null,
      runId: build.runId,
    },
    ruleFailures: failures,
    verdict: null,
  };
}

const empty = (field: FieldSpec, runId: string | null): ExtractedField => ({
  name: field.name,
  type: field.type,
  value: null,
  currency: null,
  raw: null,
  confidence: 0,
  grounding: null,
  source: 'body',
  origin: { engine: 'local', agent: field.family, model: null, runId },
  ruleFailures: [],
  verdict: null,
  ...(field.type === 'list' ? { items: [] } : {}),
});

/** How sure a value is: by its evidence, by what speaks for it beside that, and by the rules that it keeps or breaks. */
function believed(
  { view, believe }: Build,
  spec: FieldSpec,
  candidate: Candidate,
  standing: Standing,
  list?: FieldSpec,
): number {
  const group = groupOf(spec, candidate, list);
  if (group === null) return confidenceOf(candidate, standing);
  const base = confidenceOf(candidate, { ...standing, failures: 0 });
  const signs = (): Signs => signsOf(view, spec, candidate, standing);
  const sure = believe({ group, field: list ? `${list.name}.${spec.name}` : spec.name, base, signs });
  if (standing.failures > 0) return Math.round(sure * BROKEN * 1000) / 1000;
  return standing.confirmed ? Math.max(sure, base) : sure;
}

function scalar(build: Build, field: FieldSpec, outcome: RuleOutcome): ExtractedField {
  const choice = build.merged.choices.get(field.name);
  if (!choice) return empty(field, build.runId);
  const failures = outcome.failures.get(field.name) ?? [];
  const confidence = believed(build, field, choice.candidate, {
    runnerUp: choice.runnerUp,
    confirmed: outcome.confirmed.has(field.name),
    failures: failures.length,
    legibility: build.grounder.legibility(choice.candidate) * (field.type === 'address' ? ADDRESS_CERTAINTY : 1),
  });
  return filled(build, field, choice.candidate, confidence, failures);
}

function list(build: Build, field: FieldSpec, outcome: RuleOutcome): ExtractedField {
  const found = build.lists.find((one) => one.field === field.name);
  if (!found) return empty(field, build.runId);
  const failures = outcome.failures.get(field.name) ?? [];
  const standing = { runnerUp: 0, confirmed: outcome.confirmed.has(field.name), failures: failures.length };
  const columns = new Map((field.fields ?? []).map((column) => [column.name, column]));
  const items = found.rows.map((row) => ({
    fields: [...columns.values()].map((column) => {
      const cell = row.cells.find((one) => one.field === column.name);
      const read = cell && { ...standing, legibility: build.grounder.legibility(cell) };
      return cell && read
        ? filled(build, column, cell, believed(build, column, cell, read, field), [])
        : empty(column, build.runId);
    }),
  }));
  const confidences = items.flatMap((item) =>
    item.fields.filter((one) => one.value !== null).map((one) => one.confidence),
  );
  const confidence = confidences.length > 0 ? confidences.reduce((sum, one) => sum + one, 0) / confidences.length : 0;
  return {
    ...empty(field, build.runId),
    confidence: Math.round(confidence * 1000) / 1000,
    ruleFailures: failures,
    items,
  };
}

/** Sums of the money columns of lists, for the rules. */
function listSums(lists: readonly ListCandidate[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of lists)
    for (const cell of one.rows.flatMap((row) => row.cells)) {
      const value = Number(cell.value);
      const key = `${one.field}.${cell.field}`;
      if (Number.isFinite(value)) sums.set(key, (sums.get(key) ?? 0) + cents(cell.value));
    }
  return sums;
}

const factsOf = (lists: readonly ListCandidate[]): ListFacts => ({
  sums: listSums(lists),
  rows: new Map(
    lists.map(({ field, rows }) => [
      field,
      rows.map(({ cells }) => new Map(cells.map((cell) => [cell.field, cell.value]))),
    ]),
  ),
});

/** One list a field: one whose sum a rule confirms goes before the strongest. */
function chosenLists({ view: { schema }, lists }: Build, values: ReadonlyMap<string, string>): ListCandidate[] {
  const isConfirmed = (one: ListCandidate): boolean =>
    checkRules(schema, values, factsOf([one])).confirmed.has(one.field);
  return [...Map.groupBy(lists, ({ field }) => field).values()].flatMap((all) => {
    const [best] = all.toSorted((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)) || b.score - a.score);
    return best ? [best] : [];
  });
}

/** All fields of the schema, and the rules that they break. Embedded data goes before what stands on the page. */
export function assembleFields(
  found: Build,
  invoice: PlacedInvoice | null,
): { fields: ExtractedField[]; failures: string[]; disagreements: Disagreement[] } {
  const { schema } = found.view;
  const values = new Map([...found.merged.choices].map(([name, { candidate }]) => [name, candidate.value]));
  const build = { ...found, lists: chosenLists(found, values) };
  const outcome = checkRules(schema, values, factsOf(build.lists));
  const body = schema.fields.map((field) =>
    field.type === 'list' ? list(build, field, outcome) : scalar(build, field, outcome),
  );
  if (!invoice)
    return { fields: body, failures: [...new Set([...outcome.failures.values()].flat())], disagreements: [] };
  const given = { ...build, invoice };
  const fields = schema.fields.map((spec, index) => {
    const own = body[index] ?? empty(spec, build.runId);
    if (spec.type === 'list') return embeddedList(given, spec, own);
    const value = invoice.fields.get(spec.name);
    return value ? embeddedField(given, spec, value, own) : own;
  });
  if (invoice.isWhole) return { fields, failures: [], disagreements: [] };
  const held = heldAgainstPage(schema, fields, body);
  return { ...held, failures: [...new Set(held.disagreements.map(({ rule }) => rule))] };
}
