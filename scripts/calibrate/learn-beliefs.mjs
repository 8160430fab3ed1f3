// What evidence and signs are worth, by groups of values.
import { believedBy } from '../../dist/apps/api/src/fields/domain/belief.js';
import { SIGNS } from '../../dist/apps/api/src/fields/domain/signs.js';
import { fitBelief } from './fit-belief.mjs';
import { samplesOn } from './verdicts.mjs';

/** Of fewer values nothing is learned. */
const FEWEST = 300;

/** Beliefs by group, and the way to believe by them. */
export function learnBeliefs(documents) {
  const groups = [...Map.groupBy(documents.flatMap(samplesOn), ({ group }) => group)].filter(
    ([, own]) => own.length >= FEWEST,
  );
  const beliefs = new Map(groups.map(([group, own]) => [group, fitBelief(group, own, SIGNS)]));
  const believe = ({ group, base, signs }) =>
    beliefs.has(group) ? believedBy(beliefs.get(group), base, signs()) : base;
  return { beliefs, believe };
}

export const writtenBeliefs = (beliefs, count) => `import type { Belief } from './signs.js';

/** Made by \`npm run calibrate -- --write\` from ${count} made-up documents. */
export const BELIEFS: ReadonlyMap<string, Belief> = new Map<string, Belief>([
${[...beliefs].map(([group, belief]) => `  ['${group}', ${JSON.stringify(belief)}],`).join('\n')}
]);
`;
