import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

/** Where a lesson comes from: a solved example, or a correction that somebody made. */
export type LessonSource = 'example' | 'correction';

/** One field of one solved document. */
export interface LessonDraft {
  readonly field: string;
  readonly value: string;
  /** What the document shows of it; see `encodeLesson`. Null where the value does not stand in its text. */
  readonly features: Uint8Array | null;
  /** Whether the local engine had found the value by itself. */
  readonly localRight: boolean;
}

export interface LessonState {
  readonly field: string;
  /** Documents that something is learned from. */
  readonly lessons: number;
  /** Of them, those in which the local engine had found the value by itself. */
  readonly localRight: number;
  /** Differs as soon as a lesson came, went or changed. */
  readonly stamp: string;
}

export interface ExampleRow {
  readonly documentId: string;
  readonly source: LessonSource;
  readonly fields: Readonly<Record<string, { readonly value: string; readonly learned: boolean }>>;
  readonly createdAt: Date;
}

/** Newest lessons of a field that are learned from: what a tenant wants changes with time. */
const MOST_LESSONS = 400;

/** What a tenant has taught, by schema and field. */
@Injectable()
export class LessonsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** The lessons of a document by a schema; what it taught of the same fields before is replaced. */
  async replace(
    schemaId: string,
    documentId: string,
    { source, version, lessons }: { source: LessonSource; version: number; lessons: readonly LessonDraft[] },
  ): Promise<void> {
    const { tenantId, userId } = tenantContext();
    const seals = await this.classified.of('lessons');
    await this.database.query(
      `INSERT INTO lessons (tenant_id, schema_id, field, document_id, source, value, features, local_right, features_version, created_by)
       SELECT $1, $2, l.field, $3, $4, l.value, decode(l.features, 'base64'), l.local_right = 1, $9, $10
         FROM unnest($5::text[], $6::text[], $7::text[], $8::int[]) AS l (field, value, features, local_right)
       ON CONFLICT (tenant_id, schema_id, field, document_id) DO UPDATE
         SET source = excluded.source, value = excluded.value, features = excluded.features, local_right = excluded.local_right,
             features_version = excluded.features_version, created_by = excluded.created_by, created_at = clock_timestamp()`,
      [
        tenantId,
        schemaId,
        documentId,
        source,
        lessons.map(({ field }) => field),
        lessons.map(({ field, value }) => seals.text('value', [schemaId, field, documentId], value)),
        lessons.map(({ features }) => features && Buffer.from(features).toString('base64')),
        lessons.map(({ localRight }) => (localRight ? 1 : 0)),
        version,
        userId,
      ],
    );
  }

  /** What there is to learn for a schema, without the lessons themselves. */
  async states(schemaId: string, version: number): Promise<LessonState[]> {
    const { rows } = await this.database.query<{ field: string; lessons: number; right: number; stamp: string }>(
      `SELECT field, count(*)::int AS lessons, count(*) FILTER (WHERE local_right)::int AS right, count(*) || ':' || extract(epoch FROM max(created_at)) AS stamp
         FROM lessons WHERE tenant_id = $1 AND schema_id = $2 AND features_version = $3 AND features IS NOT NULL GROUP BY field`,
      [tenantContext().tenantId, schemaId, version],
    );
    return rows.map(({ right, ...state }) => ({ ...state, localRight: right }));
  }

  /** The newest lessons of a field, in the order of their documents. */
  async features(schemaId: string, field: string, version: number, limit = MOST_LESSONS): Promise<Uint8Array[]> {
    const { rows } = await this.database.query<{ features: Uint8Array }>(
      `SELECT features FROM (
         SELECT document_id, features FROM lessons
          WHERE tenant_id = $1 AND schema_id = $2 AND field = $3 AND features_version = $4 AND features IS NOT NULL
          ORDER BY created_at DESC LIMIT $5) newest ORDER BY document_id`,
      [tenantContext().tenantId, schemaId, field, version, limit],
    );
    return rows.map(({ features }) => features);
  }

  /** Solved documents of a schema, newest first, after one in that order. */
  async list(schemaId: string, limit: number, after: string | null): Promise<ExampleRow[]> {
    const { rows } = await this.database.query<{
      document_id: string;
      source: LessonSource;
      fields: ExampleRow['fields'];
      created_at: Date;
    }>(
      `SELECT document_id, min(source) AS source, max(created_at) AS created_at,
              jsonb_object_agg(field, jsonb_build_object('value', value, 'learned', features IS NOT NULL)) AS fields
         FROM lessons WHERE tenant_id = $1 AND schema_id = $2 AND ($3::uuid IS NULL OR document_id < $3)
        GROUP BY document_id ORDER BY document_id DESC LIMIT $4`,
      [tenantContext().tenantId, schemaId, after, limit],
    );
    const seals = await this.classified.of('lessons');
    return rows.map((row) => ({
      documentId: row.document_id,
      source: row.source,
      fields: Object.fromEntries(
        Object.entries(row.fields).map(([field, { value, learned }]) => [
          field,
          { value: seals.openText('value', [schemaId, field, row.document_id], value), learned },
        ]),
      ),
      createdAt: row.created_at,
    }));
  }

  /** Forgets what a document has taught by a schema, of some fields or of all. False where it taught nothing. */
  async remove(schemaId: string, documentId: string, fields: readonly string[] | null = null): Promise<boolean> {
    const { count } = await this.database.query(
      'DELETE FROM lessons WHERE tenant_id = $1 AND schema_id = $2 AND document_id = $3 AND ($4::text[] IS NULL OR field = ANY ($4))',
      [tenantContext().tenantId, schemaId, documentId, fields],
    );
    return count > 0;
  }

  /** Whether anything was taught by a schema after a moment. */
  async taughtSince(tx: Transaction, schemaId: string, since: Date): Promise<boolean> {
    return (
      (await tx.one('SELECT 1 FROM lessons WHERE tenant_id = $1 AND schema_id = $2 AND created_at > $3 LIMIT 1', [
        tenantContext().tenantId,
        schemaId,
        since,
      ])) !== null
    );
  }
}
