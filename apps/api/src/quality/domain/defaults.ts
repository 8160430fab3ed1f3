import type { Curves } from './calibrator.js';

/**
 * Curves that hold before any verdict, by claim; what is not here is believed as it is. Made by `npm run calibrate -- --write` from
 * 3000 made-up documents. The values stand at the points of the grid.
 */
export const DEFAULT_CURVES: Curves = new Map([
  [
    'type/local/generic',
    [
      0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.825, 0.85, 0.875,
      0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1,
    ],
  ],
  [
    'type/local',
    [
      0, 0.05, 0.1, 0.143, 0.144, 0.145, 0.145, 0.146, 0.4, 0.401, 0.459, 0.463, 0.464, 0.65, 0.7, 0.75, 0.8, 0.825,
      0.85, 0.875, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.991,
    ],
  ],
]);
