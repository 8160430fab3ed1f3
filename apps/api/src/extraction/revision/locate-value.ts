import type { FieldSpec } from '../../schemas/index.js';
import { type Evidence, type Findings, type Grounding, keyOf, matchOf, spansOf } from '../../fields/index.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Evidence of values that stand in the text as they are. */
const isPrinted = (evidence: Evidence): boolean => !/^(?:clause-derived|computed|model-derived)$/.test(evidence);

const nearestTo = (places: readonly number[], found: readonly Stretch[]): Stretch | undefined => {
  const distance = ({ start }: Stretch): number => Math.min(...places.map((place) => Math.abs(start - place)));
  return places.length === 0
    ? found[0]
    : found.reduce<Stretch | undefined>(
        (best, one) => (best && distance(best) <= distance(one) ? best : one),
        undefined,
      );
};

/** Where of all places with the value a field's own is: where agents looked for it, beside its label, or near `around`. */
function stretchOf(
  { view, found, grounder }: Findings,
  spec: Pick<FieldSpec, 'name' | 'type'>,
  value: string,
  around: readonly number[] | null,
): Stretch | null {
  const key = keyOf(spec.type, value);
  const proposed = found.candidates
    .filter((one) => around === null && one.field === spec.name && isPrinted(one.evidence))
    .filter((one) => keyOf(spec.type, one.value) === key)
    .sort((a, b) => b.score - a.score);
  if (proposed[0]) return proposed[0];
  const same = spansOf(view, spec, []).filter((span) => span.key === key);
  const labels = (view.byField.get(spec.name) ?? []).map(({ hit }) => hit.end);
  const nearest = nearestTo(around ?? labels, same);
  if (nearest) return nearest;
  return spec.type === 'string' || spec.type === 'address' ? grounder.quotes.find(value) : null;
}

/** Where a value that somebody gave stands in the text; null where it does not. `around`: where the rest of its row stands. */
export function locateValue(
  findings: Findings,
  spec: Pick<FieldSpec, 'name' | 'type'>,
  value: string,
  around: readonly number[] | null,
): { readonly raw: string; readonly grounding: Grounding } | null {
  const stretch = stretchOf(findings, spec, value, around);
  if (!stretch) return null;
  const raw = findings.view.text.slice(stretch.start, stretch.end);
  const grounding = findings.grounder.ground(stretch, matchOf(value, raw, false));
  return grounding && { raw, grounding };
}
