import type { Belief } from './signs.js';

/** Made by `npm run calibrate -- --write` from 3000 made-up documents. */
export const BELIEFS: ReadonlyMap<string, Belief> = new Map<string, Belief>([
  ['identifiers/string', { offset: -2.18, base: 1, signs: { clear: 0.66, alone: 0.52, kinds: 0.57, legible: 1.38 } }],
  [
    'dates/date',
    {
      offset: -1.48,
      base: 0.99,
      signs: { strong: 0.54, clear: 0.83, alone: 0.19, places: 0.24, kinds: 0.46, echo: 0.66, ambiguous: -0.07 },
    },
  ],
  [
    'parties/string',
    {
      offset: -2.44,
      base: 1.15,
      signs: { clear: 1.07, alone: 0.39, places: 0.72, longer: -0.21, legible: 1.78, long: -0.34 },
    },
  ],
  [
    'money/money',
    { offset: -1.55, base: 0.56, signs: { clear: 1.33, places: 0.07, kinds: 1.49, confirmed: 0.45, legible: 0.25 } },
  ],
  ['title', { offset: -2.31, base: 1.63, signs: { strong: 1.38, clear: 0.9, long: -0.35 } }],
  [
    'party',
    {
      offset: -1.48,
      base: 0.6,
      signs: { kinds: 0.43, echo: 0.77, longer: -0.4, legible: 0.56, formed: 0.43, paired: 0.34 },
    },
  ],
  ['agreement-date', { offset: -1.95, base: 1.68, signs: { strong: 1.6, clear: 0.39, echo: 0.11, ambiguous: -1.3 } }],
  [
    'effective-date',
    { offset: -1.89, base: 0.7, signs: { strong: 0.87, clear: 1.65, alone: 0.42, echo: 0.2, ambiguous: -1.15 } },
  ],
  ['governing-law', { offset: -4.85, base: 2.34, signs: { clear: 2.06, alone: 0.69, echo: 0.37, legible: 0.12 } }],
]);
