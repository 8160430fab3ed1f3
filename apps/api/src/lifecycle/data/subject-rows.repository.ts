import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import type { JsonObject, JsonValue } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { wordsOfJson } from '../domain/subject.js';
import { CatalogueRepository, type TextTable } from './catalogue.repository.js';

/** A row with the texts in it. */
export interface TextRow {
  /** Primary key without the tenant, by column. */
  readonly key: JsonObject;
  readonly text: string;
}

/** What a table says of a document. */
export interface DocumentPart {
  readonly id: string;
  readonly table: string;
  readonly text: string;
}

/** Copies of what stands in the text of the document. */
export const COPIES: ReadonlySet<string> = new Set(['chunks', 'document_events', 'review_items']);
const PART = '\n\u0001\n';

/** The texts that may name a person: of documents with all that hangs on them, and of rows of their own. */
@Injectable()
export class SubjectRowsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly catalogue: CatalogueRepository,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** Ids of documents after `after`, in their order. */
  async documentIds(after: string | null, limit: number): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(
      'SELECT id FROM documents WHERE ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2',
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** For each document one text of all that is known of it, in the order of the ids. */
  async textsOfDocuments(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const texts = new Map<string, string[]>(ids.map((id) => [id, []]));
    for (const { id, text } of await this.partsOfDocuments(tx, ids)) texts.get(id)?.push(text);
    return ids.map((id) => (texts.get(id) ?? []).join(PART));
  }

  /** All that is known of the documents, by document and table. */
  async partsOfDocuments(tx: Transaction, ids: readonly string[]): Promise<DocumentPart[]> {
    const tables = await this.catalogue.textTables();
    const parts: DocumentPart[] = [];
    const add = async (table: TextTable, document: string, sql: string): Promise<void> => {
      const { rows } = await tx.query<OpenRow>(
        `SELECT ${document} AS found_for, ${columnsOf(table).join(', ')} FROM ${table.name} t ${sql}`,
        [ids],
      );
      for (const row of await this.classified.openRows(table.name, rows))
        parts.push({ id: String(row['found_for']), table: table.name, text: textIn(table, row) });
    };
    await add(required(tables, 'documents'), 't.id', 'WHERE t.id = ANY ($1::uuid[])');
    await add(
      { ...required(tables, 'readings'), texts: ['text'] },
      'd.id',
      'JOIN documents d ON d.tenant_id = t.tenant_id AND d.reading_id = t.id WHERE d.id = ANY ($1::uuid[])',
    );
    for (const name of await this.catalogue.tablesOfDocuments()) {
      const table = required(tables, name);
      if (COPIES.has(name) || table.texts.length === 0) continue;
      await add(table, 't.document_id', 'WHERE t.document_id = ANY ($1::uuid[])');
    }
    return parts;
  }

  /** The outermost documents that these lie in, or are. */
  async rootsOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const { rows } = await tx.query<{ id: string }>(
      `WITH RECURSIVE line AS (
         SELECT id, parent_id FROM documents WHERE id = ANY ($1::uuid[])
         UNION SELECT d.id, d.parent_id FROM documents d JOIN line l ON d.id = l.parent_id)
       SELECT id FROM line WHERE parent_id IS NULL ORDER BY id`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Rows of a table after `after`, in the order of their keys. */
  async rows(table: string, after: JsonObject | null, limit: number): Promise<TextRow[]> {
    const description = required(await this.catalogue.textTables(), table);
    const key = description.key.length > 0 ? description.key : ['id'];
    const columns = key.map((column) => `t.${column}`).join(', ');
    const { rows } = await this.database.query<OpenRow & { row_key: JsonObject }>(
      `SELECT jsonb_build_object(${key.map((column) => `'${column}', t.${column}`).join(', ')}) AS row_key,
              ${columnsOf(description).join(', ')}
         FROM ${table} t LEFT JOIN jsonb_populate_record(NULL::${table}, $1::jsonb) k ON true
        WHERE $1::jsonb IS NULL OR ROW(${columns}) > ROW(${key.map((column) => `k.${column}`).join(', ')})
        ORDER BY ${columns} LIMIT $2`,
      [after && JSON.stringify(after), limit],
    );
    const opened = await this.classified.openRows(table, rows);
    return opened.map((row) => ({ key: row.row_key, text: textIn(description, row) }));
  }

  /** Removes rows by their keys. Answers how many. */
  async remove(tx: Transaction, table: string, keys: readonly JsonObject[]): Promise<number> {
    const { key } = required(await this.catalogue.textTables(), table);
    const { count } = await tx.query(
      `DELETE FROM ${table} t USING jsonb_populate_recordset(NULL::${table}, $1::jsonb) k
        WHERE ${key.map((column) => `t.${column} = k.${column}`).join(' AND ')}`,
      [JSON.stringify(keys)],
    );
    return count;
  }

  /** Forgets all stored answers to requests of the tenant. Answers how many. */
  async forgetAnswers(tx: Transaction): Promise<number> {
    return (await tx.query('DELETE FROM idempotency_keys')).count;
  }

  /** Documents that came up to `before` and are not read yet, and those that nothing could be read in. */
  async unread(before: Date): Promise<{ readonly underWay: number; readonly unread: number }> {
    const row = await this.database.one<{ under_way: number; unread: number }>(
      `SELECT count(*) FILTER (WHERE status IN ('queued', 'processing'))::int AS under_way,
              count(*) FILTER (WHERE status NOT IN ('queued', 'processing'))::int AS unread
         FROM documents WHERE reading_id IS NULL AND created_at <= $1`,
      [before],
    );
    return { underWay: row?.under_way ?? 0, unread: row?.unread ?? 0 };
  }
}

type OpenRow = Readonly<Record<string, unknown>>;

/** Texts, and what the sealed ones among them are bound to. */
const columnsOf = ({ key, texts }: TextTable): string[] =>
  [...new Set([...key, ...texts])].map((column) => `t.${column}`);

const textIn = ({ texts }: TextTable, row: OpenRow): string =>
  wordsOfJson(texts.map((column) => row[column] as JsonValue));

function required(tables: ReadonlyMap<string, TextTable>, name: string): TextTable {
  const table = tables.get(name);
  if (!table) throw new TypeError(`There is no table ${name}.`);
  return table;
}
