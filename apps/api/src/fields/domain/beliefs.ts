import type { Belief } from './belief.js';

/** Made by `npm run calibrate -- --write` from 3000 made-up documents. */
export const BELIEFS: ReadonlyMap<string, Belief> = new Map<string, Belief>([
  ['identifiers/string', { offset: -2.2, base: 0.98, signs: { clear: 0.67, alone: 0.52, kinds: 0.58, legible: 1.46 } }],
  [
    'dates/date',
    {
      offset: -1.66,
      base: 0.87,
      signs: { strong: 0.79, clear: 1.07, places: 0.25, kinds: 0.4, echo: 0.61, legible: 0.09 },
    },
  ],
  [
    'parties/string',
    {
      offset: -2.35,
      base: 1.18,
      signs: { clear: 1.03, alone: 0.44, places: 0.72, echo: 0.07, longer: -0.21, legible: 1.65, long: -0.32 },
    },
  ],
  [
    'money/money',
    { offset: -1.56, base: 0.56, signs: { clear: 1.32, places: 0.07, kinds: 1.47, confirmed: 0.46, legible: 0.25 } },
  ],
  ['parties/address', { offset: -0.96, base: 1.75, signs: { alone: 0.57, legible: 0.36, long: -0.58 } }],
  ['title', { offset: -2.15, base: 1.5, signs: { strong: 1.14, clear: 0.99, long: -0.57 } }],
  [
    'party',
    {
      offset: -1.4,
      base: 0.64,
      signs: { kinds: 0.32, echo: 0.84, longer: -0.36, legible: 0.54, formed: 0.37, paired: 0.29 },
    },
  ],
  [
    'agreement-date',
    { offset: -2.15, base: 1.22, signs: { strong: 0.87, clear: 1.61, places: 0.12, echo: 0.4, ambiguous: -1.3 } },
  ],
  [
    'effective-date',
    {
      offset: -1.62,
      base: 0.65,
      signs: { strong: 0.49, clear: 1.58, alone: 0.4, echo: 0.22, legible: 0.11, ambiguous: -1.2 },
    },
  ],
  [
    'governing-law',
    { offset: -4.55, base: 2.28, signs: { clear: 2.24, alone: 0.38, echo: 0.38, longer: -0.05, legible: 0.12 } },
  ],
]);
