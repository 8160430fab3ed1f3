import type { AuditKind, AuditOutcome, AuditRole, SealedEntry } from '../domain/audit-entry.js';

/** Columns of an entry with their types, in the order of `valuesOf`. */
export const ENTRY_COLUMNS = {
  tenant_id: 'uuid',
  id: 'uuid',
  occurred_at: 'timestamptz',
  kind: 'text',
  action: 'text',
  actor: 'text',
  actor_role: 'text',
  resource_type: 'text',
  resource_id: 'text',
  outcome: 'text',
  status: 'int',
  request_id: 'text',
  source: 'text',
  detail: 'text',
  key_id: 'text',
  mac: 'bytea',
} as const;

const NAMES = Object.keys(ENTRY_COLUMNS);

/** The columns as a list, each behind `alias` where one is given. */
export const entryColumns = (alias?: string): string =>
  NAMES.map((name) => (alias === undefined ? name : `${alias}.${name}`)).join(', ');

/** `unnest` of one array for each column, as rows. */
export const ENTRY_ROWS = `unnest(${Object.values(ENTRY_COLUMNS)
  .map((type, index) => `$${index + 1}::${type}[]`)
  .join(', ')}) AS e (${entryColumns()})`;

/** Keeps the entries of `given`. One that is there already is that of the same request: its process was taken for dead. */
export const KEEP_GIVEN = `
kept AS (INSERT INTO audit_entries (${entryColumns()}) SELECT ${entryColumns()} FROM given ON CONFLICT DO NOTHING RETURNING tenant_id, id)
INSERT INTO audit_unchained (tenant_id, entry_id) SELECT tenant_id, id FROM kept`;

const valuesOf = (entry: SealedEntry): readonly unknown[] => [
  entry.tenantId,
  entry.id,
  entry.occurredAt,
  entry.kind,
  entry.action,
  entry.actor,
  entry.actorRole,
  entry.resourceType,
  entry.resourceId,
  entry.outcome,
  entry.status,
  entry.requestId,
  entry.source,
  entry.detail,
  entry.keyId,
  entry.mac,
];

/** The arrays that `ENTRY_ROWS` takes. */
export function entryArrays(entries: readonly SealedEntry[]): unknown[][] {
  const rows = entries.map(valuesOf);
  return NAMES.map((_, column) => rows.map((row) => row[column]));
}

export interface EntryRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly occurred_at: Date;
  readonly kind: AuditKind;
  readonly action: string;
  readonly actor: string | null;
  readonly actor_role: AuditRole | null;
  readonly resource_type: string | null;
  readonly resource_id: string | null;
  readonly outcome: AuditOutcome;
  readonly status: number | null;
  readonly request_id: string | null;
  readonly source: string | null;
  readonly detail: string | null;
  readonly key_id: string;
  readonly mac: Buffer;
}

/** Postgres knows times that are none here, `infinity` for one. */
export const timeOf = (value: unknown): Date => (value instanceof Date ? value : new Date(NaN));

export const entryOf = (row: EntryRow): SealedEntry => ({
  tenantId: row.tenant_id,
  id: row.id,
  occurredAt: timeOf(row.occurred_at),
  kind: row.kind,
  action: row.action,
  actor: row.actor,
  actorRole: row.actor_role,
  resourceType: row.resource_type,
  resourceId: row.resource_id,
  outcome: row.outcome,
  status: row.status,
  requestId: row.request_id,
  source: row.source,
  detail: row.detail,
  keyId: row.key_id,
  mac: row.mac,
});
