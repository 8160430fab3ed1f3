import { TABLE_RULES } from './table-rules.js';

export const DELETION_STATES = ['scheduled', 'running', 'succeeded', 'cancelled'] as const;
export type DeletionState = (typeof DELETION_STATES)[number];

/** What the end of a tenant has removed so far. */
export interface EndReceipt {
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
  readonly cached: number;
  /** Versions of the tenant's data key. */
  readonly keys: number;
}

export const NO_END_RECEIPT: EndReceipt = { rows: {}, files: 0, cached: 0, keys: 0 };

export interface Deletion {
  readonly tenantId: string;
  readonly state: DeletionState;
  readonly dueAt: Date;
  readonly receipt: EndReceipt;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  /** Until when the audit trail is kept; null before that is known, and where it is kept for good. */
  readonly trailUntil: Date | null;
}

/**
 * Tables of which rows stay when a tenant has ended, and why: ids, counts and hashes only. All others are emptied.
 */
export const KEPT_AT_END: Readonly<Record<string, string>> = {
  tenants: 'one row without name and settings: what is kept refers to it',
  usage_rollups: 'sums of what was used and what it cost, which bills were made of',
  audit_entries: 'who did what, until its time is over: it can be verified as a whole only; ids and verdicts',
  audit_links: 'the chain of the trail',
  audit_heads: 'the signed heads of the trail',
  audit_intents: 'goes into the trail',
  audit_unchained: 'goes into the trail',
  erasures: 'receipts of what was erased',
  subject_exports: 'that something was handed out; the archives are gone',
  legal_holds: 'that there were holds; without their reasons',
  tombstones: 'keep a restored backup erased; ids and keyed hashes',
  tenant_deletions: 'this receipt',
  tenant_data_keys: 'that there were keys: they are destroyed, and what they have sealed must not be taken for damaged',
};

/** Tables of the trail, whose rows go at `trailUntil`. */
export const TRAIL_TABLES: ReadonlySet<string> = new Set(
  Object.keys(KEPT_AT_END).filter((table) => table.startsWith('audit_')),
);

/** A foreign key: rows of `from` refer to rows of `to`. */
export interface Reference {
  readonly from: string;
  readonly to: string;
}

/** Tables to be emptied in an order in which no row is referred to when it goes. Throws where there is none. */
export function emptyingOrder(references: readonly Reference[]): string[] {
  const left = new Set(Object.keys(TABLE_RULES).filter((table) => KEPT_AT_END[table] === undefined));
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (table) => !references.some(({ from, to }) => to === table && from !== table && left.has(from)),
    );
    if (free.length === 0) throw new TypeError(`Tables refer to each other in a circle: ${[...left].join(', ')}.`);
    for (const table of free) left.delete(table);
    order.push(...free);
  }
  return order;
}
