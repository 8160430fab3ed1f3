import type { LocalClassification } from './classification-model.js';
import { industryOf, isIndustry } from './taxonomy/taxonomy.js';

/** The classification of a document as it is kept in its run and answered by the API. */
export interface ClassificationResult {
  readonly industry: string;
  readonly type: string;
  readonly confidence: number;
  readonly alternatives: readonly { readonly type: string; readonly confidence: number }[];
  readonly reasoning: string;
  readonly origin: {
    readonly engine: 'local' | 'embedded-data';
    readonly model: null;
    readonly runId: string;
    /** True where the sender named the type and nothing was decided here. */
    readonly forced: boolean;
  };
}

export interface Wishes {
  readonly type?: string | undefined;
  readonly industry?: string | undefined;
}

/** What the engine found, unless the sender named the type; what it found then stays as alternatives. */
export function resultOf(found: LocalClassification, wishes: Wishes, runId: string): ClassificationResult {
  const { type: forced } = wishes;
  if (forced === undefined) {
    const { industry, type, confidence, alternatives, reasoning } = found;
    const engine = found.embedded ? 'embedded-data' : 'local';
    return {
      industry,
      type,
      confidence,
      alternatives,
      reasoning,
      origin: { engine, model: null, runId, forced: false },
    };
  }
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
