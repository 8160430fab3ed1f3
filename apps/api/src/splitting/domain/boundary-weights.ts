import type { Feature } from './boundary-features.js';

/** Log-odds, learned by `scripts/split-weights.mjs` from generated batches; see docs/splitting.md for how they fare. */
export const BOUNDARY_BIAS = -2.76;
export const BOUNDARY_WEIGHTS: Readonly<Record<Feature, number>> = {
  numberContinues: -2.69,
  numberRestarts: 2.67,
  countEnded: 1.85,
  countOpen: -1.41,
  numberInside: -1.73,
  labelAgrees: -1.05,
  labelConflicts: 2.6,
  codesShared: -0.58,
  wordsShared: -0.81,
  looksFirst: 2.8,
  typeDiffers: 0.27,
  typeStays: -1.02,
  title: 1.49,
  contacts: 2.07,
  domainDiffers: 0.34,
  sizeDiffers: 2.26,
  languageDiffers: 1.04,
  proseGoesOn: -1.07,
  beforeFull: -0.7,
  beforeShort: 0.48,
  saysContinued: -0.46,
  clausesGoOn: -1.18,
  annex: -2.39,
  tableGoesOn: -0.63,
  lookDiffers: 1,
  blankBetween: 1.09,
};
