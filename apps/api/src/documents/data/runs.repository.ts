import { TenantDatabase, type Transaction } from '@app/database';
import { newUuid, type JsonValue } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Run, RunDraft, RunKind } from '../domain/document.js';

interface RunRow {
  readonly id: string;
  readonly document_id: string;
  readonly kind: RunKind;
  readonly engine: string;
  readonly engine_version: string;
  readonly model: string | null;
  readonly schema_id: string | null;
  readonly schema_version: number | null;
  readonly prompt_hash: string | null;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly cost: string;
  readonly cache_hit: boolean;
  readonly duration_ms: number;
  readonly result: JsonValue;
  readonly created_at: Date;
}

const runOf = (row: RunRow): Run => ({
  id: row.id,
  documentId: row.document_id,
  kind: row.kind,
  engine: row.engine,
  engineVersion: row.engine_version,
  model: row.model,
  schemaId: row.schema_id,
  schemaVersion: row.schema_version,
  promptHash: row.prompt_hash,
  tokensIn: row.tokens_in,
  tokensOut: row.tokens_out,
  cost: row.cost,
  cacheHit: row.cache_hit,
  durationMs: row.duration_ms,
  result: row.result,
  createdAt: row.created_at,
});

/** Runs are written once and never changed. */
@Injectable()
export class RunsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async insert(tx: Transaction, documentId: string, run: RunDraft): Promise<string> {
    const id = run.id ?? newUuid();
    await tx.query(
      `INSERT INTO runs (tenant_id, id, document_id, kind, engine, engine_version, model, schema_id, schema_version, prompt_hash,
                         tokens_in, tokens_out, cost, cache_hit, duration_ms, result)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::jsonb)`,
      [
        tenantContext().tenantId,
        id,
        documentId,
        run.kind,
        run.engine,
        run.engineVersion,
        run.model ?? null,
        run.schemaId ?? null,
        run.schemaVersion ?? null,
        run.promptHash ?? null,
        run.tokensIn ?? 0,
        run.tokensOut ?? 0,
        run.cost ?? '0',
        run.cacheHit ?? false,
        Math.round(run.durationMs),
        JSON.stringify(run.result),
      ],
    );
    return id;
  }

  async find(id: string, tx?: Transaction): Promise<Run | null> {
    const row = await (tx ?? this.database).one<RunRow>('SELECT * FROM runs WHERE id = $1', [id]);
    return row && runOf(row);
  }

  async ofDocument(documentId: string, tx?: Transaction): Promise<Run[]> {
    const { rows } = await (tx ?? this.database).query<RunRow>(
      'SELECT * FROM runs WHERE document_id = $1 ORDER BY id LIMIT 500',
      [documentId],
    );
    return rows.map(runOf);
  }
}
