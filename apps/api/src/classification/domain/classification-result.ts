import type { LocalClassification } from './classification-model.js';
import { type TypeOpinion, withOpinion } from './model-opinion.js';
import { withArticle } from './reasoning.js';
import type { DocumentTypeId } from './taxonomy/document-types.js';
import { industryOf, isIndustry, typeName } from './taxonomy/taxonomy.js';

/** The classification of a document as it is kept in its run and answered by the API. */
export interface ClassificationResult {
  readonly industry: string;
  readonly type: string;
  readonly confidence: number;
  /** As the engine had it, where calibration has made something else of it. */
  readonly rawConfidence?: number;
  readonly alternatives: readonly { readonly type: string; readonly confidence: number }[];
  readonly reasoning: string;
  readonly origin: {
    readonly engine: 'local' | 'llm' | 'embedded-data' | 'person';
    /** The model that was asked as well; null where none was. */
    readonly model: string | null;
    readonly runId: string;
    /** True where the sender named the type and nothing was decided here. */
    readonly forced: boolean;
    /** Why the local engine is alone in its doubt, where a model was wanted and gave no answer. */
    readonly degraded?: string;
  };
}

export interface Wishes {
  readonly type?: string | undefined;
  readonly industry?: string | undefined;
}

/** What the engine found and a model said, unless the sender named the type; what was found then stays as alternatives. */
export function resultOf(
  found: LocalClassification,
  wishes: Wishes,
  runId: string,
  opinion: TypeOpinion | null = null,
): ClassificationResult {
  const { type: forced } = wishes;
  if (forced === undefined) return opinion ? joined(found, opinion, runId) : localResult(found, runId);
  const seen = [{ type: found.type, confidence: found.confidence }, ...found.alternatives];
  return {
    industry: industryOfForced(forced, wishes.industry),
    type: forced,
    confidence: 1,
    alternatives: seen.filter(({ type }) => type !== forced).slice(0, found.alternatives.length),
    reasoning: 'The sender named the type.',
    origin: { engine: 'local', model: null, runId, forced: true },
  };
}

/** A type that only the tenant knows has no home industry: the sender's word for it counts. */
function industryOfForced(type: string, hint: string | undefined): string {
  const home = industryOf(type);
  return home === 'general' && hint !== undefined && isIndustry(hint) ? hint : home;
}

function localResult(found: LocalClassification, runId: string): ClassificationResult {
  const { industry, type, confidence, alternatives, reasoning } = found;
  const engine = found.embedded ? 'embedded-data' : 'local';
  const origin = { engine, model: null, runId, forced: false } as const;
  return { industry, type, confidence, alternatives, reasoning, origin };
}

function joined(found: LocalClassification, opinion: TypeOpinion, runId: string): ClassificationResult {
  const local = localResult(found, runId);
  if (opinion.kind === 'none') return { ...local, origin: { ...local.origin, degraded: opinion.reason } };
  const { type: named, model } = opinion;
  const [best = found, ...alternatives] = withOpinion([found, ...found.alternatives], named);
  const { type, confidence } = best;
  return {
    industry: industryOf(type),
    type,
    confidence,
    alternatives: alternatives.slice(0, Math.max(1, found.alternatives.length)),
    reasoning: `${found.reasoning} ${saysToo(named, found.type)}`,
    origin: { engine: type === named ? 'llm' : 'local', model, runId, forced: false },
  };
}

const saysToo = (named: DocumentTypeId, found: DocumentTypeId): string =>
  named === found ? 'A model says so too.' : `A model reads it as ${withArticle(typeName(named))}.`;
