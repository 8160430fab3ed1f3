import type { Curves } from './calibrator.js';

/** Curves that hold before any verdict, by claim. What is not here is believed as it is. */
export const DEFAULT_CURVES: Curves = new Map();
