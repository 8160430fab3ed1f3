import { type ExtractionAnswer, isFilled, wantedFields } from '../../fields/index.js';
import type { ExtractionSchema } from '../../schemas/index.js';

/** Why somebody should look at a document. */
export const REASON_CODES = [
  'low_confidence',
  'missing',
  'rule_failed',
  'doubtful_document',
  'doubtful_type',
  'several_documents',
] as const;

export interface Reason {
  readonly code: (typeof REASON_CODES)[number];
  /** The field that it is about, or null for the document. */
  readonly field: string | null;
  /** The rule that is broken. */
  readonly rule?: string;
  /** 0..1 */
  readonly confidence?: number;
}

export interface Needs {
  readonly reasons: readonly Reason[];
  /**
   * Thousandths of the wrong values that are to be expected among those that the schema is about: the sum of 1 - confidence, 1 for
   * one that is missing, and the doubt of the type. What is to be looked at first has the most.
   */
  readonly urgency: number;
}

/** What is known of a document that has been read. */
export interface Standing {
  readonly answer: Pick<ExtractionAnswer, 'fields' | 'confidence' | 'ruleFailures'>;
  readonly schema: Pick<ExtractionSchema, 'fields'>;
  /** 0..1, of the document's type; null where it was not looked for. */
  readonly typeConfidence: number | null;
  /** The file seems to hold several documents, and nobody has said whether it does. */
  readonly isSplitProposed: boolean;
}

const MOST_URGENT = 1_000_000;

/** What is sure enough for a tenant. */
export interface Demand {
  /** Of a wanted field and of the type, 0..1. */
  readonly field: number;
  /** Of the document as a whole, where the tenant has set a share of errors: then this alone decides. Null where not. */
  readonly document: number | null;
}

/** Whether a document waits for a person, and why: what is not sure enough, what is missing, and what contradicts itself. */
export function needsOf(standing: Standing, demand: Demand): Needs {
  const { answer, schema, typeConfidence } = standing;
  const wanted = new Set(wantedFields(schema).map(({ name }) => name));
  const looked = answer.fields.filter(({ name }) => wanted.has(name));
  const filled = looked.filter(isFilled);
  const missing = looked.filter((field) => isMissing(field, schema));
  const errors =
    filled.reduce((sum, { confidence }) => sum + 1 - confidence, 0) +
    missing.length +
    (filled.length === 0 ? 1 - answer.confidence : 0) +
    (1 - (typeConfidence ?? 1)) +
    severalDocuments(standing).length;
  const isAccepted = demand.document !== null && answer.confidence >= demand.document;
  const reasons: Reason[] = isAccepted
    ? []
    : [
        ...missing.map(({ name }) => ({ code: 'missing', field: name }) as const),
        ...filled
          .filter(({ confidence }) => confidence < demand.field)
          .map(({ name, confidence }) => ({ code: 'low_confidence', field: name, confidence }) as const),
        ...brokenRules(answer),
        ...doubtfulDocument(answer, demand),
      ];
  return {
    reasons: [...reasons, ...doubtfulType(typeConfidence, demand), ...severalDocuments(standing)],
    urgency: Math.min(MOST_URGENT, Math.round(errors * 1000)),
  };
}

/** A field that the schema asks for and that nobody has said not to be there. */
function isMissing(field: Standing['answer']['fields'][number], { fields }: Standing['schema']): boolean {
  const spec = fields.find(({ name }) => name === field.name);
  const isMust = spec?.required === true || spec?.priority === 'high';
  return isMust && !isFilled(field) && field.verdict !== 'corrected' && field.verdict !== 'accepted';
}

/** Without a demand of its own a document is doubtful only where nothing at all was found. */
function doubtfulDocument({ confidence }: Standing['answer'], demand: Demand): Reason[] {
  const isDoubtful = demand.document === null ? confidence === 0 : confidence < demand.document;
  return isDoubtful ? [{ code: 'doubtful_document', field: null, confidence }] : [];
}

const doubtfulType = (confidence: number | null, demand: Demand): Reason[] =>
  confidence !== null && confidence < demand.field ? [{ code: 'doubtful_type', field: null, confidence }] : [];

const severalDocuments = ({ isSplitProposed }: Standing): Reason[] =>
  isSplitProposed ? [{ code: 'several_documents', field: null }] : [];

/** Each broken rule once for each field that breaks it, or for the document where it is no field's. */
function brokenRules({ fields, ruleFailures }: Standing['answer']): Reason[] {
  return ruleFailures.flatMap((rule): Reason[] => {
    const breaking = fields.filter((field) => field.ruleFailures.includes(rule));
    if (breaking.length === 0) return [{ code: 'rule_failed', field: null, rule }];
    return breaking.map(({ name }) => ({ code: 'rule_failed', field: name, rule }));
  });
}
