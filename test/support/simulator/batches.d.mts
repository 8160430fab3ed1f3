import type { Asked } from './simulator.mjs';

export interface BatchProvider {
  /** With `/v1`. */
  readonly url: string;
  readonly stats: {
    readonly batches: number;
    readonly requests: number;
    readonly answered: number;
    readonly cancelled: number;
    /** Requests outside batches. */
    readonly direct: number;
    /** What answers cost that could be seen, half of the price in batches. */
    readonly nanoUsd: number;
    /** What answers cost that nobody could see. */
    readonly unseenNanoUsd: number;
    readonly keys: readonly string[];
  };
  refuses: number | null;
  breaks: ('taken' | 'look' | 'results')[];
  scenario: (asked: Asked) => {
    readonly answer?: unknown;
    readonly finish?: 'complete' | 'truncated' | 'filtered';
    readonly status?: number;
    readonly expired?: boolean;
    readonly unreadable?: boolean;
  };
  finish(): void;
  stop(): Promise<void>;
}

export function startBatchProvider(options?: {
  readonly price?: { readonly input: number; readonly output: number };
  readonly scenario?: BatchProvider['scenario'];
}): Promise<BatchProvider>;
