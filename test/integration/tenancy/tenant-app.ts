import { createHash } from 'node:crypto';
import { ConfigModule } from '@app/config';
import { databaseConfig, DatabaseModule, TenantDatabase } from '@app/database';
import { newUuid } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { MEASURES } from '../../../apps/api/src/analytics/domain/figures.js';
import { ownServices } from '../../support/database.js';

/** One of several tenants that all own the same kinds of things. */
export interface Owned {
  readonly tenantId: string;
  readonly documentId: string;
}

export interface TenantApp {
  readonly database: TenantDatabase;
  /** Sees everything: what a test believes, it asks here. */
  readonly owner: pg.Client;
  newTenant(): Promise<Owned>;
  as<T>(tenantId: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The application role on a database of its own, with a pool of this many connections. */
export async function startTenantApp(poolSize: number): Promise<TenantApp> {
  const environment = { ...(await ownServices()), DATABASE_POOL_SIZE: String(poolSize) };
  @Module({ imports: [ConfigModule.forRoot([databaseConfig], environment), DatabaseModule] })
  class TenancyModule {}
  const app = await NestFactory.createApplicationContext(TenancyModule, { logger: false, abortOnError: false });
  const owner = new pg.Client({ connectionString: environment.DATABASE_OWNER_URL });
  await owner.connect();
  return {
    database: app.get(TenantDatabase),
    owner,
    newTenant: () => seed(owner),
    as: (tenantId, work) => runAsTenant(systemContext(tenantId), work),
    close: async () => {
      await app.close();
      await owner.end();
    },
  };
}

/** A tenant with a row in each table that something of another tenant could be tied to, or read from. */
async function seed(owner: pg.Client): Promise<Owned> {
  const [tenantId, documentId] = [newUuid(), newUuid()];
  const others = {
    user: newUuid(),
    reading: newUuid(),
    query: newUuid(),
    budget: newUuid(),
    batch: newUuid(),
    schema: newUuid(),
    classifier: newUuid(),
    goldenSet: newUuid(),
    evaluation: newUuid(),
    memory: newUuid(),
    audit: newUuid(),
  };
  const sha256 = createHash('sha256').update(tenantId).digest('hex');
  const rows: [table: string, row: Record<string, unknown>][] = [
    ['users', { id: others.user, email: 'a@example.test', password_hash: 'x', role: 'admin' }],
    [
      'refresh_tokens',
      { id: newUuid(), user_id: others.user, family_id: newUuid(), token_hash: Buffer.from(sha256), expires_at: 'now' },
    ],
    [
      'api_keys',
      {
        id: newUuid(),
        public_id: sha256,
        secret_hash: Buffer.of(0),
        name: 'key',
        role: 'viewer',
        created_by: others.user,
      },
    ],
    ['stored_files', { sha256, size_bytes: 1 }],
    ['readings', { id: others.reading, sha256, reader_version: 1, text: 'text', model: '', has_children: false }],
    ['documents', documentRow(documentId, sha256, { reading_id: others.reading })],
    ['documents', documentRow(newUuid(), sha256, { parent_id: documentId, duplicate_of: documentId })],
    ['document_events', { document_id: documentId, seq: 1, status: 'queued', stage: 'received', progress: 0 }],
    [
      'runs',
      {
        id: newUuid(),
        document_id: documentId,
        kind: 'read',
        engine: 'e',
        engine_version: '1',
        duration_ms: 1,
        result: '{}',
      },
    ],
    ['schemas', { id: others.schema, key: 'key' }],
    ['schema_versions', { schema_id: others.schema, version: 1, definition: '{}' }],
    [
      'lessons',
      {
        schema_id: 'sch_invoice',
        field: 'total',
        document_id: documentId,
        source: 'example',
        value: '1.00',
        features_version: 1,
        local_right: true,
      },
    ],
    [
      'verdicts',
      {
        id: newUuid(),
        document_id: documentId,
        run_id: newUuid(),
        review_id: newUuid(),
        kind: 'field',
        field: 'total',
        engine: 'local',
        verdict: 'accepted',
        was_right: true,
      },
    ],
    ['mails', { document_id: documentId, thread_id: newUuid(), first_thread_id: newUuid(), sent_at: 'now' }],
    ['mail_keys', { key: 1, document_id: documentId }],
    ['triage_policies', { version: 1, definition: '{}' }],
    ['triage_corrections', { id: newUuid(), document_id: documentId, before: '{}', after: '{}' }],
    ['triage_lessons', { version: 1, weights: '{}', corrections: 1 }],
    ['golden_sets', { id: others.goldenSet, name: 'set', description: '' }],
    ['golden_documents', { set_id: others.goldenSet, document_id: documentId, fields: '{}' }],
    ['golden_evaluations', { id: others.evaluation, set_id: others.goldenSet, schema_key: 'key', plan: '{}' }],
    [
      'golden_outcomes',
      {
        evaluation_id: others.evaluation,
        document_id: documentId,
        scores: '[]',
        regressed: '{}',
        improved: '{}',
        tokens_in: 0,
        tokens_out: 0,
        cost: 0,
      },
    ],
    ['reviews', { id: newUuid(), document_id: documentId, changes: '[]', done: true }],
    [
      'review_items',
      { document_id: documentId, run_id: newUuid(), needed: true, confidence: 0.5, urgency: 500, reasons: '[]' },
    ],
    ['usage_ledger', { id: newUuid(), purpose: 'read', engine: 'e' }],
    ['usage_rollups', { day: '2026-01-01', dimension: 'total', key: '', ...NO_FIGURES }],
    ['usage_document_days', { day: '2026-01-01', document_id: documentId, marks: '{total:}' }],
    ['sealing_progress', { table_name: 'runs', version: 1 }],
    ['pseudonyms', { token: '[PERSON_abcdefghijklmnop]', value: 'sealed', used_at: 'now' }],
    ['budgets', { id: others.budget, scope: 'tenant', period: 'month' }],
    ['budget_spending', { budget_id: others.budget, subject: '', period_start: '2026-01-01' }],
    ['tenant_model_keys', { id: newUuid(), provider: 'p', key_id: 'k', secret: 's' }],
    [
      'llm_calls',
      {
        id: newUuid(),
        state: 'closed',
        purpose: 'extract',
        provider: 'p',
        model: 'p/m',
        attempt: 1,
        prompt_hash: 'h',
        expires_at: 'tomorrow',
      },
    ],
    ['llm_batches', { id: others.batch, provider: 'p', model: 'p/m' }],
    [
      'llm_batch_requests',
      {
        id: newUuid(),
        provider: 'p',
        model: 'p/m',
        purpose: 'extract',
        document_id: documentId,
        prompt_hash: 'h',
        cache_id: newUuid(),
        batch_id: others.batch,
      },
    ],
    [
      'chunks',
      {
        id: newUuid(),
        document_id: documentId,
        ordinal: 0,
        page: 1,
        span_start: 0,
        span_end: 1,
        text: 'a',
        language: 'en',
        terms: '{a}',
      },
    ],
    ['queries', { id: others.query, question: 'a?', answered: true }],
    [
      'query_citations',
      {
        query_id: others.query,
        ordinal: 0,
        document_id: documentId,
        page: 1,
        answer: 'a',
        quote: 'a',
        span_start: 0,
        span_end: 1,
      },
    ],
    ['own_industries', { id: 'bees', name: 'Bees' }],
    ['own_categories', { id: 'hives', industry: 'bees', name: 'Hives' }],
    ['own_type_changes', {}],
    [
      'type_memories',
      {
        id: others.memory,
        type: 'hives',
        source: 'review',
        document_id: documentId,
        local_type: 'letter',
        words: '{1}',
        template: '{1}',
        heads: '{}',
        version: 1,
      },
    ],
    ['type_memory_keys', { key: 1, memory_id: others.memory }],
    ['classifiers', { id: others.classifier, name: 'c', labels: '[]', knows_unknown: false }],
    ['classifier_examples', { classifier_id: others.classifier, text_hash: Buffer.from(sha256), text: 'a', label: 0 }],
    ['classifier_versions', { classifier_id: others.classifier, version: 1, model: Buffer.of(0), metrics: '{}' }],
    ['tenant_data_keys', { version: 1, master_key_id: 'k', wrapped: Buffer.of(0) }],
    ['reply_templates', { id: newUuid(), name: 'n', language: 'en', text: 'a' }],
    ['audit_entries', auditRow(others.audit)],
    ['audit_intents', auditRow(newUuid())],
    ['audit_unchained', { entry_id: others.audit }],
    ['audit_links', { seq: 1, entry_id: others.audit, prev_hash: Buffer.of(0), hash: Buffer.of(1) }],
    ['audit_heads', { number: 1, seq: 1, hash: Buffer.of(1), signed_at: 'now', key_id: 'k', signature: Buffer.of(2) }],
    ['erasures', { id: newUuid(), cause: 'document', state: 'succeeded' }],
    ['subject_exports', { id: newUuid(), state: 'expired', subject_hash: 'h' }],
    ['tenant_deletions', { state: 'cancelled', due_at: 'now' }],
    ['legal_holds', { id: newUuid(), reason: 'a lawsuit', document_id: documentId }],
    ['tombstones', { table_name: 'documents', key: newUuid() }],
    ['outbox_events', { event: 'x.y', subject_id: documentId }],
    ['jobs', { id: newUuid(), queue: 'a.b', subject_id: documentId, max_attempts: 3 }],
    ['cache_entries', { key: 'k', value: 'v', expires_at: 'tomorrow' }],
    ['idempotency_keys', { route: 'r', key: 'k', fingerprint: 'f', state: 'done', lease_until: 'now' }],
  ];
  await owner.query('INSERT INTO tenants (id, name, slug) VALUES ($1, $2, $2)', [tenantId, `t-${tenantId}`]);
  for (const [table, row] of rows) {
    const columns = ['tenant_id', ...Object.keys(row)];
    await owner.query(
      `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((_, index) => `$${index + 1}`).join()})`,
      [tenantId, ...Object.values(row)],
    );
  }
  return { tenantId, documentId };
}

const NO_FIGURES = {
  ...Object.fromEntries(MEASURES.map((measure) => [measure, 0])),
  times: '{}',
};

const auditRow = (id: string) => ({
  id,
  occurred_at: 'now',
  kind: 'read',
  action: 'documents.read',
  outcome: 'succeeded',
  key_id: 'k',
  mac: Buffer.of(0),
});

const documentRow = (id: string, sha256: string, more: object) => ({
  id,
  filename: 'a.txt',
  media_type: 'text/plain',
  size_bytes: 1,
  sha256,
  pipeline: 'full',
  options_hash: '',
  ...more,
});
