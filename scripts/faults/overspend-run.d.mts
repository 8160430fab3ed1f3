interface Spending {
  readonly spent: number;
  readonly reserved: number;
  readonly ledger: number;
  readonly open: number;
}

export interface OverspendResult {
  readonly hardCost: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly more: number;
  readonly expired: number;
  readonly highest: { readonly budget: number; readonly ledger: number; readonly samples: number };
  readonly afterKill: Spending;
  readonly end: Spending;
  readonly billed: { readonly nanoUsd: number; readonly unseenNanoUsd: number };
}

export function overspendRun(
  services: Readonly<Record<string, string>>,
  options: {
    readonly calls?: number;
    readonly instances?: number;
    readonly kills?: number;
    readonly hardCost: number;
    readonly latencyMs?: number;
  },
): Promise<OverspendResult>;
