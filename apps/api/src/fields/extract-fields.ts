import type { StoredReading } from '@app/reading';
import { xmlText } from '@model/reading';
import { agentsByFamily } from './agents/agent-registry.js';
import { MAX_ITEMS } from './agents/line-items.agent.js';
import { genericResult } from './agents/generic-pairs.js';
import { machineReadable } from './agents/machine-readable.js';
import { asLearned, type Believe } from './domain/belief.js';
import { thousandths } from './domain/conclusion.js';
import { confidenceOf } from './domain/confidence.js';
import { documentConfidence } from './domain/document-confidence.js';
import { viewDocument, type DocumentView } from './domain/document-view.js';
import { readEinvoice } from './domain/einvoice.js';
import { EmbeddedPlaces, type PlacedInvoice, type ShownText } from './domain/embedded-places.js';
import { type AgentResult, type ExtractionResult, noResult } from './domain/field-model.js';
import { fillRateOf } from './domain/fill-rate.js';
import { Grounder } from './domain/grounding.js';
import { mergeCandidates } from './domain/merge.js';
import { MAX_PROSE } from './domain/prose.js';
import { assembleFields, type Build, filled } from './field-builder.js';
import type { ExtractionSchema } from '../schemas/index.js';

export interface EmbeddedFile {
  readonly name: string;
  readonly text: string;
  /** True where the file is the document itself. */
  readonly isWhole?: boolean;
  /** The document inside the document that it is, as people read it; its text is null as long as it has not been read. */
  readonly shown?: { readonly documentId: string; readonly text: string | null };
}

export interface ExtractionInput {
  readonly documentId: string;
  readonly runId?: string | null;
  readonly reading: Pick<StoredReading, 'text' | 'pages'>;
  readonly schema: ExtractionSchema;
  /** ISO 639-1, or `und`. */
  readonly language?: string;
  /** XML files that the document carries. */
  readonly embedded?: readonly EmbeddedFile[];
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

function warningsOf(view: DocumentView, lists: AgentResult['lists']): string[] {
  const cut = lists.filter(({ rows }) => rows.length >= MAX_ITEMS).map(({ field }) => field);
  return [
    ...(view.layout.truncated
      ? ['The document is longer than extraction looks; single values were searched at its beginning and its end only.']
      : view.text.length > MAX_PROSE
        ? ['The document is longer than extraction looks; clauses at its end were not searched.']
        : []),
    ...cut.map((field) => `The list ${field} has more rows than are kept; it has the first ${MAX_ITEMS}.`),
  ];
}

/** What the agents found in a document, before it is decided. */
export interface Findings {
  readonly view: DocumentView;
  readonly found: AgentResult;
  readonly grounder: Grounder;
  readonly runId: string | null;
  readonly invoice: PlacedInvoice | null;
}

function invoiceIn(files: readonly EmbeddedFile[], whole: ShownText): PlacedInvoice | null {
  for (const { text, isWhole = false, shown } of files) {
    const invoice = readEinvoice(text);
    if (!invoice) continue;
    const own = isWhole ? whole : shown && { ...shown, text: shown.text ?? xmlText(text) };
    return { ...invoice, isWhole, places: own ? new EmbeddedPlaces(invoice.root, own) : null };
  }
  return null;
}

/** Has all agents look at one document. Pure: the same input gives the same findings. */
export function findFields({ reading, schema, ...input }: ExtractionInput): Findings {
  const view = viewDocument(reading, schema, input.language ?? 'und');
  const whole = { documentId: input.documentId, text: reading.text };
  const invoice = schema.documentType === 'invoice' ? invoiceIn(input.embedded ?? [], whole) : null;
  const grounder = new Grounder(reading, input.documentId);
  return { view, found: askAgents(view), grounder, runId: input.runId ?? null, invoice };
}

/** Decides what stands in each field: from the findings alone, or with what somebody else found. Pure. */
export function concludeFields(
  findings: Findings,
  advice: AgentResult = noResult,
  believe: Believe = asLearned,
): ExtractionResult {
  const { view, found, grounder, runId, invoice } = findings;
  const { schema } = view;
  const merged = mergeCandidates(schema, [...found.candidates, ...advice.candidates]);
  const build: Build = { view, grounder, runId, merged, lists: [...found.lists, ...advice.lists], believe };
  const { fields, failures, disagreements } = assembleFields(build, invoice);
  const extra = schema.openEnded
    ? genericResult(view).map(({ spec, candidate }) =>
        filled(build, spec, candidate, confidenceOf(candidate, { runnerUp: 0, confirmed: false, failures: 0 }), []),
      )
    : [];
  const all = [...fields, ...extra];
  return {
    schemaId: schema.id,
    schemaVersion: schema.version,
    fields: all,
    fillRate: thousandths(fillRateOf(schema, fields)),
    confidence: documentConfidence(schema, all),
    ruleFailures: failures,
    disagreements,
    warnings: warningsOf(view, found.lists),
  };
}

/** Reads the fields of a schema out of one document. Pure: the same input gives the same result. */
export const extractFields = (input: ExtractionInput): ExtractionResult => concludeFields(findFields(input));
