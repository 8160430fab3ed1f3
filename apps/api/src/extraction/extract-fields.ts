import type { StoredReading } from '@app/reading';
import { agentsByFamily } from './agents/agent-registry.js';
import { genericResult } from './agents/generic-pairs.js';
import { machineReadable } from './agents/machine-readable.js';
import { confidenceOf } from './domain/confidence.js';
import { viewDocument, type DocumentView } from './domain/document-view.js';
import { readEinvoice, type EmbeddedInvoice } from './domain/einvoice.js';
import { embeddedField, embeddedList } from './domain/embedded-fields.js';
import type { AgentResult, Candidate, ExtractedField, ExtractionResult, ListCandidate } from './domain/field-model.js';
import { Grounder, matchOf } from './domain/grounding.js';
import { mergeCandidates, type Merged } from './domain/merge.js';
import { MAX_PROSE } from './domain/prose.js';
import { checkRules, type RuleOutcome } from './domain/rules.js';
import type { ExtractionSchema, FieldSpec } from '../schemas/index.js';
import { cents } from './domain/values.js';

export interface ExtractionInput {
  readonly documentId: string;
  readonly runId?: string | null;
  readonly reading: Pick<StoredReading, 'text' | 'pages'>;
  readonly schema: ExtractionSchema;
  /** ISO 639-1, or `und`. */
  readonly language?: string;
  /** XML files that the document carries. */
  readonly embedded?: readonly { readonly name: string; readonly text: string }[];
}

const AGENTS = agentsByFamily();

/** Each agent looks for the fields of its family; none sees what another found. */
function askAgents(view: DocumentView): AgentResult {
  const results = [...AGENTS.values()].map((agent) =>
    agent.find(
      view,
      view.schema.fields.filter((field) => field.family === agent.family),
    ),
  );
  return {
    candidates: [...results.flatMap((result) => result.candidates), ...machineReadable(view)],
    lists: results.flatMap((result) => result.lists),
  };
}

/** Addresses run over lines: one more or less is the commonest error of all. */
const ADDRESS_CERTAINTY = 0.93;

interface Build {
  readonly view: DocumentView;
  readonly grounder: Grounder;
  readonly runId: string | null;
  readonly merged: Merged;
  readonly lists: readonly ListCandidate[];
}

function filled(
  build: Build,
  field: FieldSpec,
  candidate: Candidate,
  confidence: number,
  failures: readonly string[],
): ExtractedField {
  const derived = candidate.evidence === 'clause-derived' || candidate.evidence === 'computed';
  return {
    name: field.name,
    type: field.type,
    value: candidate.value,
    currency: field.type === 'money' ? (candidate.currency ?? build.view.currency) : null,
    raw: candidate.raw,
    confidence,
    grounding: build.grounder.ground(candidate, matchOf(candidate.value, candidate.raw, derived)),
    source: 'body',
    origin: { engine: 'local', agent: candidate.agent, model: null, runId: build.runId },
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

function scalar(build: Build, field: FieldSpec, outcome: RuleOutcome): ExtractedField {
  const choice = build.merged.choices.get(field.name);
  if (!choice) return empty(field, build.runId);
  const failures = outcome.failures.get(field.name) ?? [];
  const confidence = confidenceOf(choice.candidate, {
    runnerUp: choice.runnerUp,
    confirmed: outcome.confirmed.has(field.name),
    failures: failures.length,
    legibility: build.grounder.legibility(choice.candidate) * (field.type === 'address' ? ADDRESS_CERTAINTY : 1),
  });
  return filled(build, field, choice.candidate, confidence, failures);
}

function list(build: Build, field: FieldSpec, outcome: RuleOutcome): ExtractedField {
  const found = build.lists
    .filter((one) => one.field === field.name)
    .reduce<ListCandidate | null>((best, one) => (best && best.score >= one.score ? best : one), null);
  if (!found) return empty(field, build.runId);
  const failures = outcome.failures.get(field.name) ?? [];
  const standing = { runnerUp: 0, confirmed: outcome.confirmed.has(field.name), failures: failures.length };
  const columns = new Map((field.fields ?? []).map((column) => [column.name, column]));
  const items = found.rows.map((row) => ({
    fields: [...columns.values()].map((column) => {
      const cell = row.cells.find((one) => one.field === column.name);
      return cell ? filled(build, column, cell, confidenceOf(cell, standing), []) : empty(column, build.runId);
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

const isFilled = (field: ExtractedField): boolean => field.value !== null || (field.items?.length ?? 0) > 0;

function fillRateOf(schema: ExtractionSchema, fields: readonly ExtractedField[]): number {
  const wanted = schema.fields
    .filter((field) => field.required || field.priority === 'high')
    .map((field) => field.name);
  const names = new Set(wanted.length > 0 ? wanted : schema.fields.map((field) => field.name));
  const counted = fields.filter((field) => names.has(field.name));
  return counted.length === 0 ? 0 : counted.filter(isFilled).length / counted.length;
}

function warningsOf(view: DocumentView): string[] {
  const long = view.layout.truncated || view.text.length > MAX_PROSE;
  return long ? ['The document is longer than extraction looks; its end was not searched.'] : [];
}

function assemble(build: Build, invoice: EmbeddedInvoice | null): { fields: ExtractedField[]; failures: string[] } {
  const { schema } = build.view;
  const values = new Map([...build.merged.choices].map(([name, { candidate }]) => [name, candidate.value]));
  const outcome = checkRules(schema, values, listSums(build.lists));
  const body = schema.fields.map((field) =>
    field.type === 'list' ? list(build, field, outcome) : scalar(build, field, outcome),
  );
  if (!invoice) return { fields: body, failures: [...new Set([...outcome.failures.values()].flat())] };
  const fields = schema.fields.map((spec, index) => {
    const own = body[index] ?? empty(spec, build.runId);
    if (spec.type === 'list') return embeddedList(build, spec, invoice, own);
    const value = invoice.fields.get(spec.name);
    return value ? embeddedField(build, spec, value, own) : own;
  });
  return { fields, failures: [] };
}

/** Reads the fields of a schema out of one document. Pure: the same input gives the same result. */
export function extractFields(input: ExtractionInput): ExtractionResult {
  const { reading, schema } = input;
  const view = viewDocument(reading, schema, input.language ?? 'und');
  const found = askAgents(view);
  const runId = input.runId ?? null;
  const grounder = new Grounder(reading, input.documentId);
  const merged = mergeCandidates(schema, found.candidates);
  const build: Build = { view, grounder, runId, merged, lists: found.lists };
  const invoice =
    schema.documentType === 'invoice'
      ? ((input.embedded ?? []).map((file) => readEinvoice(file.text)).find((one) => one !== null) ?? null)
      : null;
  const { fields, failures } = assemble(build, invoice);
  const extra = schema.openEnded
    ? genericResult(view).map(({ spec, candidate }) =>
        filled(build, spec, candidate, confidenceOf(candidate, { runnerUp: 0, confirmed: false, failures: 0 }), []),
      )
    : [];
  const all = [...fields, ...extra];
  const sure = all.filter((field) => field.value !== null).map((field) => field.confidence);
  return {
    schemaId: schema.id,
    schemaVersion: schema.version,
    fields: all,
    fillRate: Math.round(fillRateOf(schema, fields) * 1000) / 1000,
    confidence:
      sure.length === 0 ? 0 : Math.round((sure.reduce((sum, one) => sum + one, 0) / sure.length) * 1000) / 1000,
    ruleFailures: failures,
    warnings: warningsOf(view),
  };
}
