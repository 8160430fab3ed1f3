import { confident, PRIOR, probabilities, saturate, shareOfSpecial } from './calibration.js';
import type { ClassificationInput, FoundCue, LocalClassification, TypeGuess } from './classification-model.js';
import { CUES_BY_TYPE } from './cues/registry.js';
import { viewDocument } from './document-view.js';
import { findEvidence } from './find-evidence.js';
import { type LayoutFeatures, layoutFeatures } from './layout-features.js';
import { explain } from './reasoning.js';
import { industryOf, isIndustry } from './taxonomy/taxonomy.js';
import type { DocumentTypeId } from './taxonomy/document-types.js';

/** A caller who names an industry is usually right; a title outweighs it. */
const HINT_POINTS = 0.8;
const ALTERNATIVES = 4;
/** A special type is said where it is this likely among documents of its general type; else the general one is right too. */
const SPECIAL_ENOUGH = 0.75;

/** The types that structured data inside a file can name. */
const EMBEDDED_TYPES: Partial<Record<DocumentTypeId, LayoutFeatures['embeddedXml']>> = {
  invoice: 'invoice',
  credit_note: 'invoice',
  purchase_order: 'order',
};

type Evidence = ReadonlyMap<DocumentTypeId, readonly FoundCue[]>;

/**
 * The type of a document from what stands in it, without a model: weighted cues of words, forms and layout are added up
 * for each type of the taxonomy. Pure; looks at the first 24,000 and the last 6,000 characters, so that the time does
 * not grow with the length of the file.
 */
export function classifyDocument(input: ClassificationInput): LocalClassification {
  const view = viewDocument(input.reading);
  const features = layoutFeatures(input, view);
  const evidence = findEvidence(input, view, features);
  const guesses = rank(evidence, input.industryHint);
  const best = guesses[0] ?? { type: 'generic', confidence: 0 };
  const alternatives = guesses.slice(1, 1 + ALTERNATIVES);
  const cues = cuesOf(best.type, evidence).toSorted((a, b) => b.points - a.points);
  const reasoning = explain(best, alternatives, cues);
  const embedded = features.embeddedXml !== null && features.embeddedXml === EMBEDDED_TYPES[best.type];
  return { ...best, industry: industryOf(best.type), alternatives, reasoning, embedded, cues };
}

/**
 * All types, the best first. A special type (a non-disclosure agreement) does not compete with its general type (a
 * contract): where the special one is not likely enough to be said, the general one is right about both and its
 * confidence covers them; else the general one is what remains.
 */
function rank(evidence: Evidence, industryHint: string | undefined): readonly TypeGuess[] {
  const hint = industryHint !== undefined && isIndustry(industryHint) ? industryHint : null;
  const scores = new Map<DocumentTypeId, number>([['generic', 0]]);
  for (const [type, { kindOf }] of CUES_BY_TYPE) {
    if (kindOf !== undefined) continue;
    scores.set(type, PRIOR + saturate(points(evidence.get(type))) + (industryOf(type) === hint ? HINT_POINTS : 0));
  }
  const shares = probabilities(scores);
  const specials = new Map(
    [...CUES_BY_TYPE.values()].flatMap(({ type, kindOf }) =>
      kindOf === undefined ? [] : [[kindOf, { type, share: shareOfSpecial(points(evidence.get(type))) }] as const],
    ),
  );
  const guesses = [...shares].flatMap(([type, share]): TypeGuess[] => {
    const special = specials.get(type);
    if (special === undefined) return [{ type, confidence: share }];
    const isSpecial = special.share > SPECIAL_ENOUGH;
    return [
      { type, confidence: isSpecial ? share * (1 - special.share) : share },
      { type: special.type, confidence: Math.min(share * special.share, isSpecial ? 1 : share / 2) },
    ];
  });
  return guesses
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ type, confidence }) => ({ type, confidence: round(confident(confidence)) }));
}

const points = (cues: readonly FoundCue[] | undefined): number => cues?.reduce((sum, cue) => sum + cue.points, 0) ?? 0;

/** A special type has the cues of its general type and its own. */
function cuesOf(type: DocumentTypeId, evidence: Evidence): readonly FoundCue[] {
  const own = evidence.get(type) ?? [];
  const general = CUES_BY_TYPE.get(type)?.kindOf;
  return general === undefined ? own : [...cuesOf(general, evidence), ...own];
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
