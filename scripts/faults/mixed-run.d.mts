import type { FaultPlan } from '../../test/support/simulator/simulator.mjs';

/** What goes wrong in three requests of ten. */
export const FAULTS: FaultPlan;

interface Both {
  readonly ours: number;
  readonly theirs: number;
}

export interface MixedResult {
  readonly pieces: number;
  readonly seconds: number;
  /** By `answer`, or the reason why there was none. */
  readonly ends: Readonly<Record<string, number>>;
  readonly wrong: number;
  readonly attempts: number;
  readonly outcomes: readonly { readonly outcome: string; readonly calls: number }[];
  readonly providers: readonly {
    readonly provider: string;
    readonly requests: Both;
    readonly seen: Both;
    readonly unseen: {
      readonly calls: Both;
      readonly ours: number;
      readonly reserved: number;
      readonly theirs: number;
    };
  }[];
  readonly spending: {
    readonly spent: number;
    readonly reserved: number;
    readonly ledger: number;
    readonly open: number;
  };
}

export function mixedRun(
  services: Readonly<Record<string, string>>,
  options: {
    readonly pieces: number;
    readonly instances?: number;
    readonly width?: number;
    readonly seed?: number;
    readonly faults?: FaultPlan;
  },
): Promise<MixedResult>;
