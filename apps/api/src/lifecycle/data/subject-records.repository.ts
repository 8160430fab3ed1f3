import { TenantDatabase } from '@app/database';
import { ClassifiedColumns, classifiedTable } from '@app/encryption';
import type { JsonObject } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { isExported } from '../domain/exported-columns.js';
import { CatalogueRepository, type TextTable } from './catalogue.repository.js';
import { COPIES } from './subject-rows.repository.js';

/** A document as an export tells of it. */
export interface ExportedDocument {
  readonly id: string;
  readonly parent_id: string | null;
  readonly root_type: string | null;
  readonly filename: string;
  readonly media_type: string;
  readonly size_bytes: string;
  readonly sha256: string;
  readonly type: string | null;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly root_created_at: Date;
}

type StoredRow = Readonly<Record<string, unknown>> & { readonly whole_row: JsonObject };

/** Calls to a model about documents. */
export interface Asked {
  readonly provider: string;
  readonly model: string;
  readonly purpose: string;
  readonly calls: number;
  readonly first_at: Date;
  readonly last_at: Date;
}

/** Whole rows, as they are handed out; the one place that they are read in. */
@Injectable()
export class SubjectRecordsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly catalogue: CatalogueRepository,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** These documents with all that lies in them, in the order of their ids. */
  async families(rootIds: readonly string[]): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(
      `WITH RECURSIVE family AS (
         SELECT id FROM documents WHERE id = ANY ($1::uuid[])
         UNION SELECT d.id FROM documents d JOIN family f ON d.parent_id = f.id)
       SELECT id FROM family ORDER BY id`,
      [rootIds],
    );
    return rows.map(({ id }) => id);
  }

  /** In the order of the ids. */
  async documents(ids: readonly string[]): Promise<ExportedDocument[]> {
    const { rows } = await this.database.query<ExportedDocument>(
      `WITH RECURSIVE line AS (
         SELECT id AS start, id, parent_id FROM documents WHERE id = ANY ($1::uuid[])
         UNION SELECT l.start, d.id, d.parent_id FROM documents d JOIN line l ON d.id = l.parent_id)
       SELECT d.id, d.parent_id, r.type AS root_type, d.filename, d.media_type, d.size_bytes, d.sha256, d.type, d.created_by,
              d.created_at, r.created_at AS root_created_at
         FROM documents d JOIN line l ON l.start = d.id AND l.parent_id IS NULL JOIN documents r ON r.id = l.id
        WHERE d.id = ANY ($1::uuid[]) ORDER BY d.id`,
      [ids],
    );
    return rows;
  }

  /** What was read in a document; null where it was not read. */
  async text(documentId: string): Promise<string | null> {
    const row = await this.database.one<{ id: string; text: string }>(
      `SELECT r.id, r.text FROM documents d JOIN readings r ON r.tenant_id = d.tenant_id AND r.id = d.reading_id WHERE d.id = $1`,
      [documentId],
    );
    return row && (await this.classified.openRow('readings', row)).text;
  }

  /** Tables whose rows belong to documents, without those that are copies of others. */
  async tablesOfDocuments(): Promise<string[]> {
    const tables = (await this.catalogue.tablesOfDocuments()).filter((name) => !COPIES.has(name));
    return ['documents', ...tables];
  }

  /** Rows of a table that belong to documents. */
  async ofDocuments(table: string, ids: readonly string[]): Promise<JsonObject[]> {
    const column = table === 'documents' ? 'id' : 'document_id';
    const { rows } = await this.database.query<StoredRow>(
      `SELECT ${await this.rowOf(table)} FROM ${table} t WHERE t.${column} = ANY ($1::uuid[]) ORDER BY t.${column}`,
      [ids],
    );
    return this.opened(table, rows);
  }

  async countOfDocuments(table: string, ids: readonly string[]): Promise<number> {
    const column = table === 'documents' ? 'id' : 'document_id';
    const row = await this.database.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE ${column} = ANY ($1::uuid[])`,
      [ids],
    );
    return row?.count ?? 0;
  }

  /** Rows of a table by their keys. */
  async byKeys(table: string, keys: readonly JsonObject[]): Promise<JsonObject[]> {
    const { key } = await this.table(table);
    const columns = key.length > 0 ? key : ['id'];
    const { rows } = await this.database.query<StoredRow>(
      `SELECT ${await this.rowOf(table)} FROM ${table} t JOIN jsonb_populate_recordset(NULL::${table}, $1::jsonb) k
           ON ${columns.map((column) => `t.${column} = k.${column}`).join(' AND ')}
        ORDER BY ${columns.map((column) => `t.${column}`).join(', ')}`,
      [JSON.stringify(keys)],
    );
    return this.opened(table, rows);
  }

  /** Originals of documents: how many contents, and their bytes. */
  async originals(ids: readonly string[]): Promise<{ readonly files: number; readonly bytes: number }> {
    const row = await this.database.one<{ files: number; bytes: string }>(
      `SELECT count(*)::int AS files, coalesce(sum(size_bytes), 0)::bigint AS bytes FROM
         (SELECT DISTINCT ON (sha256) sha256, size_bytes FROM documents WHERE id = ANY ($1::uuid[])) c`,
      [ids],
    );
    return { files: row?.files ?? 0, bytes: Number(row?.bytes ?? 0) };
  }

  /** Models that were asked about documents, by whom they are run. */
  async asked(ids: readonly string[]): Promise<Asked[]> {
    const { rows } = await this.database.query<Asked>(
      `SELECT provider, model, purpose, count(*)::int AS calls, min(created_at) AS first_at, max(created_at) AS last_at
         FROM llm_calls WHERE document_id = ANY ($1::uuid[]) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [ids],
    );
    return rows;
  }

  /** The row as JSON, and beside it, with the types of the database, what its sealed columns are opened by. */
  private async rowOf(name: string): Promise<string> {
    const { bytes } = await this.table(name);
    const { row: key, columns } = classifiedTable(name) ?? { row: [], columns: {} };
    const plain = `to_jsonb(t) - ARRAY[${bytes.map((column) => `'${column}'`).join(', ')}]::text[] AS whole_row`;
    return [plain, ...[...key, ...Object.keys(columns)].map((column) => `t.${column}`)].join(', ');
  }

  private async opened(name: string, rows: readonly StoredRow[]): Promise<JsonObject[]> {
    const columns = Object.entries(classifiedTable(name)?.columns ?? {});
    const readable = (row: StoredRow): JsonObject =>
      Object.fromEntries(
        columns.filter(([, { form }]) => form !== 'blind').map(([column]) => [column, row[column]]),
      ) as JsonObject;
    const blind = new Set(columns.filter(([, { form }]) => form === 'blind').map(([column]) => column));
    return (await this.classified.openRows(name, rows)).map((row) =>
      exported({ ...row.whole_row, ...readable(row) }, blind),
    );
  }

  private async table(name: string): Promise<TextTable> {
    const table = (await this.catalogue.textTables()).get(name);
    if (!table) throw new TypeError(`There is no table ${name}.`);
    return table;
  }
}

const exported = (row: JsonObject, blind: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(row).filter(([column]) => isExported(column) && !blind.has(column)));
