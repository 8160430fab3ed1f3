import { CLASSIFIED_TABLES, classifiedTable } from './classified-columns.js';

/** Why columns stay plain, and which: `table: column column`. */
interface PlainColumns {
  readonly reason: string;
  /** What of documents or of persons can be read in them all the same. False: nothing. */
  readonly isContent: boolean;
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Columns of tables of tenants that are not sealed. A column with text, JSON or bytes stands either here or among the classified ones;
 * `test/integration/database/catalogue.int-spec.ts` tells which does not.
 */
export const PLAIN_COLUMNS: readonly PlainColumns[] = [
  {
    reason: 'lists are filtered by parts of file names',
    isContent: true,
    columns: { documents: 'filename' },
  },
  {
    reason: 'documents are filtered, and legal holds find them, by any part of what the tenant gives with them',
    isContent: true,
    columns: { documents: 'metadata', legal_holds: 'metadata' },
  },
  {
    reason: 'accounts are found by them at the sign-in, before the tenant is known',
    isContent: true,
    columns: { users: 'email', tenants: 'slug' },
  },
  {
    reason: 'the inbox is filtered by it: a team or an address of the tenant, out of its policy',
    isContent: true,
    columns: { mails: 'target' },
  },
  {
    reason: 'set up by people of the tenant to work with; nothing out of documents',
    isContent: true,
    columns: {
      api_keys: 'name',
      budgets: 'subject',
      budget_spending: 'subject',
      classifiers: 'name description labels',
      golden_sets: 'name description',
      golden_evaluations: 'plan schema_key',
      legal_holds: 'reason type',
      own_categories: 'id industry name description',
      own_industries: 'id name description',
      reply_templates: 'name text language categories types',
      schema_versions: 'definition',
      schemas: 'key document_type',
      tenants: 'name settings',
      triage_policies: 'definition',
    },
  },
  {
    reason: 'names of fields and types out of schemas, counts, places and confidences, without values',
    isContent: false,
    columns: {
      classifier_versions: 'metrics',
      documents: 'industry type language receipt split',
      golden_documents: 'type',
      golden_evaluations: 'result',
      golden_outcomes: 'regressed improved',
      lessons: 'field schema_id source',
      query_citations: 'box',
      review_items: 'reasons',
      reviews: 'type schema_id',
      runs: 'schema_id',
      type_memories: 'type local_type source',
      verdicts: 'document_type engine field kind schema_id verdict',
    },
  },
  {
    reason: 'numbers and hashes of words that are compared and learned from; who has them can try words against them',
    isContent: false,
    columns: {
      classifier_examples: 'text_hash vector',
      classifier_versions: 'model',
      lessons: 'features',
      mails: 'sketch',
      triage_lessons: 'weights',
    },
  },
  {
    reason: 'sealed or hashed by other means',
    isContent: false,
    columns: {
      api_keys: 'secret_hash',
      audit_entries: 'mac key_id',
      audit_heads: 'hash key_id signature',
      audit_intents: 'mac key_id',
      audit_links: 'hash prev_hash',
      erasures: 'subject subject_hash',
      legal_holds: 'subject subject_hash',
      pseudonyms: 'token',
      refresh_tokens: 'token_hash',
      subject_exports: 'subject subject_hash',
      tenant_data_keys: 'master_key_id wrapped',
      tenant_model_keys: 'secret key_id provider',
      tombstones: 'table_name key',
      users: 'password_hash',
    },
  },
  {
    reason: 'who has done what to which id: the trail has to be readable without keys; no content',
    isContent: false,
    columns: {
      audit_entries: 'action actor actor_role detail kind outcome request_id resource_id resource_type source',
      audit_intents: 'action actor actor_role detail kind outcome request_id resource_id resource_type source',
      erasures: 'cause pending receipt state',
      subject_exports: 'error_code receipt sha256 state',
      tenant_deletions: 'receipt slug state status',
    },
  },
  {
    reason: 'ids, kinds, states and codes out of fixed lists, hashes, sums',
    isContent: false,
    columns: {
      api_keys: 'public_id role scopes',
      budgets: 'on_exhausted period scope',
      cache_entries: 'key',
      chunks: 'language',
      classifiers: 'error_code training',
      document_events: 'stage status',
      documents: 'error media_type options options_hash pipeline role sha256 stage status traceparent',
      golden_evaluations: 'error_code status',
      idempotency_keys: 'fingerprint key named response_headers route state',
      jobs: 'facts last_error_code queue state traceparent',
      llm_batch_requests: 'cache_id model prompt_hash provider purpose state',
      llm_batches: 'key_id model provider remote_id',
      llm_calls: 'document_type key_id model outcome prompt_hash provider purpose spending state',
      mails: 'category duplicate_kind level type',
      outbox_events: 'event facts traceparent',
      queries: 'origin',
      readings: 'sha256',
      runs: 'engine engine_version kind model prompt_hash',
      sealing_progress: 'table_name after',
      stored_files: 'sha256',
      tenants: 'plan region status',
      usage_document_days: 'marks',
      usage_ledger: 'currency document_type engine model outcome provider purpose',
      usage_rollups: 'dimension key',
      users: 'role status',
    },
  },
];

const plainNames = (): string[] =>
  PLAIN_COLUMNS.flatMap(({ columns }) =>
    Object.entries(columns).flatMap(([table, names]) => names.split(' ').map((name) => `${table}.${name}`)),
  );

/**
 * What the registry and the database do not agree on. `columns`: all of the database's tables of tenants that can hold text, as
 * `table.column`.
 */
export function undescribed(columns: readonly string[]): {
  /** Columns that nobody has said anything about. */
  readonly unknown: readonly string[];
  /** Columns that the registry says something about and that are not there, or that stand in it twice. */
  readonly wrong: readonly string[];
} {
  const sealed = Object.keys(CLASSIFIED_TABLES).flatMap((table) =>
    Object.keys(classifiedTable(table)?.columns ?? {}).map((column) => `${table}.${column}`),
  );
  const described = [...sealed, ...plainNames()];
  const there = new Set(columns);
  return {
    unknown: columns.filter((column) => !described.includes(column)),
    wrong: described.filter((column, index) => !there.has(column) || described.indexOf(column) !== index),
  };
}
