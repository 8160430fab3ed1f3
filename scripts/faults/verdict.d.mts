import type { MixedResult } from './mixed-run.mjs';
import type { OverspendResult } from './overspend-run.mjs';

export function breachesOfMixed(result: MixedResult): string[];
export function breachesOfOverspend(result: OverspendResult): string[];
export function reportOfMixed(result: MixedResult): string;
export function reportOfOverspend(result: OverspendResult): string;
