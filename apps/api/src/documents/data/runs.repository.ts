import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns, type TableSeals } from '@app/encryption';
import type { JsonValue } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { NamedDraft, Run, RunKind } from '../domain/document.js';

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
  /** Sealed. */
  readonly result: unknown;
  readonly created_at: Date;
}

const runOf = (row: RunRow, seals: TableSeals<'runs'>): Run => ({
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
  result: seals.openJson<JsonValue>('result', row.id, row.result),
  createdAt: row.created_at,
});

const COLUMNS = 16;

/** The parameters of so many rows. Results may be long, and in arrays of Postgres each would have to be quoted once more. */
const placesOf = (rows: number): string =>
  Array.from({ length: rows }, (_, row) => {
    const places = Array.from({ length: COLUMNS }, (__, column) => `$${row * COLUMNS + column + 1}`);
    return `(${places.join(', ')}::jsonb)`;
  }).join(', ');

/** Runs are written once and never changed. */
@Injectable()
export class RunsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async insert(tx: Transaction, documentId: string, runs: readonly NamedDraft[]): Promise<void> {
    const { tenantId } = tenantContext();
    const seals = await this.classified.of('runs');
    await tx.write(
      `INSERT INTO runs (tenant_id, id, document_id, kind, engine, engine_version, model, schema_id, schema_version, prompt_hash,
                         tokens_in, tokens_out, cost, cache_hit, duration_ms, result)
       VALUES ${placesOf(runs.length)}`,
      runs.flatMap((run) => [
        tenantId,
        run.id,
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
        seals.json('result', run.id, run.result),
      ]),
    );
  }

  async find(id: string, tx?: Transaction): Promise<Run | null> {
    const row = await (tx ?? this.database).one<RunRow>('SELECT * FROM runs WHERE id = $1', [id]);
    return row && runOf(row, await this.classified.of('runs'));
  }

  async ofDocument(documentId: string, tx?: Transaction): Promise<Run[]> {
    const { rows } = await (tx ?? this.database).query<RunRow>(
      'SELECT * FROM runs WHERE document_id = $1 ORDER BY id LIMIT 500',
      [documentId],
    );
    const seals = await this.classified.of('runs');
    return rows.map((row) => runOf(row, seals));
  }
}
