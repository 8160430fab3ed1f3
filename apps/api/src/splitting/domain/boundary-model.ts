import { type Feature, FEATURES, type Features, TYPE_FEATURES } from './boundary-features.js';
import { BOUNDARY_BIAS, BOUNDARY_WEIGHTS } from './boundary-weights.js';

const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** Log-odds of a boundary. */
const scoreOf = (features: Features): number =>
  FEATURES.reduce((sum, feature) => sum + BOUNDARY_WEIGHTS[feature] * features[feature], BOUNDARY_BIAS);

/** How likely a document begins between two pages, 0 to 1: logistic regression with one weight a feature. */
export const boundaryProbability = (features: Features): number => logistic(scoreOf(features));

/** The highest probability that there could be, whatever the types of the pages are. */
export const mostProbable = (features: Features): number =>
  logistic(
    TYPE_FEATURES.reduce((sum, feature: Feature) => sum + Math.max(0, BOUNDARY_WEIGHTS[feature]), scoreOf(features)),
  );
