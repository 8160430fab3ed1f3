import type { Asked, ScenarioAnswer } from '../test/support/simulator/simulator.mjs';

export interface Truth {
  readonly kind: 'text' | 'currency';
  readonly values: readonly string[];
}
export interface KnownDocument {
  readonly id: string;
  readonly text: string;
  readonly type: string;
  readonly truths: Readonly<Record<string, Truth | { readonly rows: readonly Readonly<Record<string, Truth>>[] }>>;
}
export interface Said {
  readonly id: string;
  readonly name: string;
  readonly turn: string;
  readonly fate: 'right' | 'wrong' | 'invented' | 'empty';
}

export function scenarioOf(options: {
  readonly documents: readonly KnownDocument[];
  readonly metrics: object;
  readonly seed: string;
  readonly wrong: number;
  readonly invented: number;
}): { scenario: (asked: Asked) => ScenarioAnswer; said: Said[] };
