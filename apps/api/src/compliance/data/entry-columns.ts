import type { AuditKind, AuditOutcome, AuditRole, SealedEntry } from '../domain/audit-entry.js';

const NAMES = [
  'tenant_id',
  'id',
  'occurred_at',
  'kind',
  'action',
  'actor',
  'actor_role',
  'resource_type',
  'resource_id',
  'outcome',
  'status',
  'request_id',
  'source',
  'detail',
  'key_id',
  'mac',
] as const;

/** The columns as a list, each behind `alias` where one is given. */
export const entryColumns = (alias?: string): string =>
  NAMES.map((name) => (alias === undefined ? name : `${alias}.${name}`)).join(', ');

/** A platform administrator may name a tenant that does not exist: nothing is written for it, and the rest of the batch is. */
const OF_TENANTS = 'EXISTS (SELECT 1 FROM tenants t WHERE t.id = e.tenant_id)';

/**
 * Entries out of `$1`, as `entriesJson` writes them. `$2` says whether the commit waits for the disk: it holds until the end of the
 * transaction, which is that of the statement.
 */
export const GIVEN_ENTRIES = `
  SELECT ${entryColumns('e')} FROM json_populate_recordset(NULL::audit_entries, $1::json) e,
         (SELECT set_config('synchronous_commit', $2, true)) waiting WHERE ${OF_TENANTS}`;

/** Keeps the entries of `given`. One that is there already is that of the same request: its process was taken for dead. */
export const KEEP_GIVEN = `
kept AS (INSERT INTO audit_entries (${entryColumns()}) SELECT ${entryColumns()} FROM given ON CONFLICT DO NOTHING RETURNING tenant_id, id)
INSERT INTO audit_unchained (tenant_id, entry_id) SELECT tenant_id, id FROM kept`;

const rowOf = (entry: SealedEntry): Record<(typeof NAMES)[number], string | number | null> => ({
  tenant_id: entry.tenantId,
  id: entry.id,
  occurred_at: entry.occurredAt.toJSON(),
  kind: entry.kind,
  action: entry.action,
  actor: entry.actor,
  actor_role: entry.actorRole,
  resource_type: entry.resourceType,
  resource_id: entry.resourceId,
  outcome: entry.outcome,
  status: entry.status,
  request_id: entry.requestId,
  source: entry.source,
  detail: entry.detail,
  key_id: entry.keyId,
  mac: `\\x${entry.mac.toString('hex')}`,
});

/** Entries as one parameter, which costs the process less than an array for each column. */
export const entriesJson = (entries: readonly SealedEntry[]): string => JSON.stringify(entries.map(rowOf));

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
