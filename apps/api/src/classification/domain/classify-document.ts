import { confident, PRIOR, probabilities, saturate, shareOfSpecial } from './calibration.js';
import type { ClassificationInput, FoundCue, LocalClassification, TypeGuess } from './classification-model.js';
import { CUES_BY_TYPE } from './cues/registry.js';
import { type DocumentView, viewDocument } from './document-view.js';
import { embeddedCues } from './embedded-cues.js';
import { findEvidence } from './find-evidence.js';
import { layoutFeatures } from './layout-features.js';
import { NO_OWN_TYPES, type OwnTypes } from './own-types/own-types.js';
import { explain } from './reasoning.js';

/** A caller who names an industry is usually right; a title outweighs it. */
const HINT_POINTS = 0.8;
const ALTERNATIVES = 4;
/** A special type is said where it is this likely among documents of its general type; else the general one is right too. */
const SPECIAL_ENOUGH = 0.75;

type Evidence = ReadonlyMap<string, readonly FoundCue[]>;

/**
 * The type of a document from what stands in it, without a model: weighted cues of words, forms and layout are added up
 * for each type of the taxonomy and for the tenant's own. Pure; looks at the first 24,000 and the last 6,000 characters, so that the time does
 * not grow with the length of the file.
 */
export function classifyDocument(
  input: ClassificationInput,
  own: OwnTypes = NO_OWN_TYPES,
  view: DocumentView = viewDocument(input.reading),
): LocalClassification {
  const features = layoutFeatures(input, view);
  const inside = embeddedCues(input);
  const evidence = new Map([...findEvidence(input, view, features), ...(own.cues?.find(view, input.filename) ?? [])]);
  for (const cue of inside) evidence.set(cue.type, [...(evidence.get(cue.type) ?? []), cue]);
  const guesses = rank(evidence, own, input.industryHint);
  const best = guesses[0] ?? { type: 'generic', confidence: 0 };
  const alternatives = guesses.slice(1, 1 + ALTERNATIVES);
  const cues = cuesOf(best.type, evidence).toSorted((a, b) => b.points - a.points);
  const reasoning = explain(best, alternatives, cues, (type) => own.nameOf(type));
  const embedded = inside.some(({ type }) => type === best.type);
  return { ...best, industry: own.industryOf(best.type), alternatives, reasoning, embedded, cues };
}

/**
 * All types, the best first. A special type (a non-disclosure agreement) does not compete with its general type (a
 * contract): where the special one is not likely enough to be said, the general one is right about both and its
 * confidence covers them; else the general one is what remains.
 */
function rank(evidence: Evidence, own: OwnTypes, industryHint: string | undefined): readonly TypeGuess[] {
  const hint = industryHint !== undefined && own.isIndustry(industryHint) ? industryHint : null;
  const scores = new Map<string, number>([['generic', 0]]);
  const score = (type: string): void => {
    const hinted = own.industryOf(type) === hint ? HINT_POINTS : 0;
    scores.set(type, PRIOR + saturate(points(evidence.get(type))) + hinted);
  };
  for (const [type, { kindOf }] of CUES_BY_TYPE) if (kindOf === undefined) score(type);
  for (const { id } of own.types) score(id);
  const shares = probabilities(scores);
  const specials = new Map<string, TypeShare>(
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

interface TypeShare {
  readonly type: string;
  readonly share: number;
}

const points = (cues: readonly FoundCue[] | undefined): number => cues?.reduce((sum, cue) => sum + cue.points, 0) ?? 0;

/** A special type has the cues of its general type and its own. */
function cuesOf(type: string, evidence: Evidence): readonly FoundCue[] {
  const own = evidence.get(type) ?? [];
  const general = CUES_BY_TYPE.get(type)?.kindOf;
  return general === undefined ? own : [...cuesOf(general, evidence), ...own];
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
