import { bestOf, type CascadeStep, decisiveStep, type Standing, type StepReport } from './cascade.js';
import type { TypeOpinion } from './model-opinion.js';
import { NO_OWN_TYPES, type OwnTypes } from './own-types/own-types.js';

/** The classification of a document as it is kept in its run and answered by the API. */
export interface ClassificationResult {
  readonly industry: string;
  readonly type: string;
  readonly confidence: number;
  /** As the engine had it, where calibration has made something else of it. */
  readonly rawConfidence?: number;
  readonly alternatives: readonly { readonly type: string; readonly confidence: number }[];
  readonly reasoning: string;
  /** What splitting proposes, where the file seems to hold several documents. */
  readonly parts?: readonly object[];
  readonly origin: {
    readonly engine: 'local' | 'llm' | 'embedded-data' | 'person';
    /** The step of the cascade that decided. */
    readonly step: CascadeStep;
    /** All steps that said something, in their order. */
    readonly steps: readonly StepReport[];
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

const ALTERNATIVES = 4;

const ENGINE_OF: Readonly<Record<CascadeStep, ClassificationResult['origin']['engine']>> = {
  sender: 'local',
  'embedded-data': 'embedded-data',
  local: 'local',
  memory: 'local',
  classifier: 'local',
  model: 'llm',
  person: 'person',
};

/** What the steps found, unless the sender named the type; what was found then stays as alternatives. */
export function resultOf(
  standing: Standing,
  wishes: Wishes,
  { runId, opinion = null, own = NO_OWN_TYPES }: { runId: string; opinion?: TypeOpinion | null; own?: OwnTypes },
): ClassificationResult {
  if (wishes.type !== undefined) return forcedResult(standing, wishes.type, wishes.industry, { runId, own });
  const { type, confidence } = bestOf(standing);
  const step = decisiveStep(standing);
  const asked = standing.steps.filter(({ step: one, type: said }) => one !== 'model' || said !== null);
  return {
    industry: own.industryOf(type),
    type,
    confidence,
    alternatives: standing.guesses.slice(1, 1 + ALTERNATIVES),
    reasoning: asked.map(({ reason }) => reason).join(' '),
    origin: {
      engine: ENGINE_OF[step],
      step,
      steps: standing.steps,
      model: opinion?.kind === 'type' ? opinion.model : null,
      runId,
      forced: false,
      ...(opinion?.kind === 'none' && { degraded: opinion.reason }),
    },
  };
}

function forcedResult(
  standing: Standing,
  type: string,
  hint: string | undefined,
  { runId, own }: { runId: string; own: OwnTypes },
): ClassificationResult {
  const reason = 'The sender named the type.';
  return {
    industry: industryOfForced(type, hint, own),
    type,
    confidence: 1,
    alternatives: standing.guesses
      .filter((guess) => guess.type !== type)
      .slice(0, Math.min(ALTERNATIVES, standing.guesses.length - 1)),
    reasoning: reason,
    origin: {
      engine: 'local',
      step: 'sender',
      steps: [...standing.steps, { step: 'sender', type, confidence: 1, reason }],
      model: null,
      runId,
      forced: true,
    },
  };
}

/** A type that nobody has described has no home industry: the sender's word for it counts. */
function industryOfForced(type: string, hint: string | undefined, own: OwnTypes): string {
  const home = own.industryOf(type);
  return home === 'general' && !own.has(type) && hint !== undefined && own.isIndustry(hint) ? hint : home;
}
