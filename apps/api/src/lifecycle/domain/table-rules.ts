import { AppError } from '@app/kernel';

/**
 * What becomes of the rows of a table.
 *
 * - `document`: they go with their document, by a foreign key.
 * - `age`: they are erased as old as documents without a rule of their own are.
 * - `expires`: they are taken away after a fixed time, or as soon as they have done their work.
 * - `tenant`: accounts, settings and what was made to work with; they stay until somebody removes them, or the tenant goes.
 * - `evidence`: what shows that the service did what it promises; nothing of what documents say.
 */
export const LIVES = ['document', 'age', 'expires', 'tenant', 'evidence'] as const;
export type Life = (typeof LIVES)[number];

export interface TableRule {
  readonly life: Life;
  /** How long, and why; as it stands in receipts and in docs/privacy.md. */
  readonly kept: string;
  /**
   * What the erasure of a subject does with a row that names it: removes it, tells of it in the receipt, or nothing, where the
   * table holds no text of persons. Rows of documents go with the documents.
   */
  readonly onErasure: 'remove' | 'tell' | 'nothing';
}

const WITH_DOCUMENT: TableRule = { life: 'document', kept: 'as long as the document', onErasure: 'remove' };
const MADE_BY_TENANT: TableRule = {
  life: 'tenant',
  kept: 'until the tenant removes it: set up by its people to work with',
  onErasure: 'tell',
};
const LEARNED: TableRule = {
  life: 'tenant',
  kept: 'until it is learned anew: numbers and hashes, no text',
  onErasure: 'nothing',
};
const LEDGER: TableRule = {
  life: 'evidence',
  kept: 'as long as the tenant: what was used and what it cost, without content',
  onErasure: 'nothing',
};
const PARTITIONED_LEDGER: TableRule = {
  ...LEDGER,
  kept: 'as long as the tenant, or the months that the operator has set (ANALYTICS_LEDGER_MONTHS): what was used and what it cost, without content',
};
const TRAIL_OF_CHANGES: TableRule = {
  life: 'evidence',
  kept: 'as long as the tenant, and the days after its end that the operator has set (AUDIT_ENDED_TENANT_DAYS): ids, names of fields and verdicts, no content',
  onErasure: 'nothing',
};
const TRAIL: TableRule = {
  life: 'evidence',
  kept: 'as long as the tenant: ids, names of fields and verdicts, no content',
  onErasure: 'nothing',
};
const WORK: TableRule = {
  life: 'expires',
  kept: 'until the work is done: ids and small facts, no content',
  onErasure: 'nothing',
};

/** Every table with rows of tenants. A start refuses a database with a table that has no rule. */
export const TABLE_RULES: Readonly<Record<string, TableRule>> = {
  documents: { life: 'document', kept: 'as the retention of the tenant says', onErasure: 'remove' },
  readings: WITH_DOCUMENT,
  stored_files: WITH_DOCUMENT,
  document_events: WITH_DOCUMENT,
  runs: WITH_DOCUMENT,
  chunks: WITH_DOCUMENT,
  lessons: WITH_DOCUMENT,
  verdicts: WITH_DOCUMENT,
  reviews: WITH_DOCUMENT,
  review_items: WITH_DOCUMENT,
  golden_documents: WITH_DOCUMENT,
  golden_outcomes: WITH_DOCUMENT,
  query_citations: WITH_DOCUMENT,
  mails: WITH_DOCUMENT,
  mail_keys: WITH_DOCUMENT,
  triage_corrections: WITH_DOCUMENT,
  llm_batch_requests: {
    life: 'expires',
    kept: 'until the batch has ended, and some days for its bill',
    onErasure: 'remove',
  },
  queries: {
    life: 'age',
    kept: 'as the general retention of the tenant says, from the day of the question',
    onErasure: 'remove',
  },
  pseudonyms: {
    life: 'expires',
    kept: 'as the general retention of the tenant says, from the day the token was last made; sealed',
    onErasure: 'remove',
  },
  classifier_examples: {
    life: 'tenant',
    kept: 'until the tenant removes the classifier: without its examples it cannot be trained again',
    onErasure: 'remove',
  },
  type_memories: {
    life: 'tenant',
    kept: 'as long as its document, or until the tenant removes the category it is an example of',
    onErasure: 'remove',
  },
  type_memory_keys: LEARNED,
  classifier_versions: LEARNED,
  triage_lessons: LEARNED,
  own_type_changes: LEARNED,
  idempotency_keys: { life: 'expires', kept: '24 hours', onErasure: 'remove' },
  cache_entries: { life: 'expires', kept: 'as long as the entry says, a day or less by default', onErasure: 'remove' },
  sealing_progress: WORK,
  outbox_events: WORK,
  jobs: WORK,
  tenants: MADE_BY_TENANT,
  users: {
    life: 'tenant',
    kept: 'until an administrator removes the account: its person works with the service',
    onErasure: 'tell',
  },
  refresh_tokens: { life: 'expires', kept: 'until it expires; a hash', onErasure: 'nothing' },
  api_keys: MADE_BY_TENANT,
  reply_templates: MADE_BY_TENANT,
  triage_policies: MADE_BY_TENANT,
  schemas: MADE_BY_TENANT,
  schema_versions: MADE_BY_TENANT,
  classifiers: MADE_BY_TENANT,
  golden_sets: MADE_BY_TENANT,
  golden_evaluations: MADE_BY_TENANT,
  own_industries: MADE_BY_TENANT,
  own_categories: MADE_BY_TENANT,
  tenant_model_keys: {
    life: 'tenant',
    kept: 'until the tenant removes it; encrypted',
    onErasure: 'nothing',
  },
  tenant_data_keys: {
    life: 'tenant',
    kept: 'as long as what they encrypt; wrapped by a key that is not in the database',
    onErasure: 'nothing',
  },
  budgets: LEDGER,
  budget_spending: LEDGER,
  llm_calls: PARTITIONED_LEDGER,
  llm_batches: LEDGER,
  usage_ledger: PARTITIONED_LEDGER,
  usage_rollups: LEDGER,
  usage_document_days: LEDGER,
  audit_entries: TRAIL_OF_CHANGES,
  audit_intents: TRAIL_OF_CHANGES,
  audit_unchained: TRAIL_OF_CHANGES,
  audit_links: TRAIL_OF_CHANGES,
  audit_heads: TRAIL_OF_CHANGES,
  erasures: TRAIL,
  subject_exports: TRAIL,
  legal_holds: {
    life: 'evidence',
    kept: 'as long as the tenant: what had to be kept, and why, in the words of who said so',
    onErasure: 'tell',
  },
  tombstones: TRAIL,
  tenant_deletions: TRAIL,
};

/** Throws `table_without_rule` for tables of tenants that nobody has said anything about, and for rules without a table. */
export function requireRules(tables: readonly string[]): void {
  const known = new Set(tables);
  const without = tables.filter((table) => TABLE_RULES[table] === undefined);
  const gone = Object.keys(TABLE_RULES).filter((table) => !known.has(table));
  if (without.length === 0 && gone.length === 0) return;
  throw new AppError('table_without_rule', 'bug', {
    detail: [
      without.length > 0 &&
        `How long rows of ${without.join(', ')} are kept is not said in lifecycle/domain/table-rules.ts.`,
      gone.length > 0 && `Rules for ${gone.join(', ')} are about tables that are not there.`,
    ]
      .filter(Boolean)
      .join(' '),
  });
}

/** Tables that hold text of persons beside documents, by what an erasure does with it. */
export const tablesThat = (onErasure: TableRule['onErasure'], tables: Iterable<string>): string[] =>
  [...tables].filter((table) => TABLE_RULES[table]?.onErasure === onErasure);
