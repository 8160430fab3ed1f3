import { AppError } from '@app/kernel';
import {
  CLASSIFIED_TABLES,
  type ClassifiedTable,
  type ClassifiedTableName,
  classifiedTable,
  type ColumnOf,
  type Form,
} from './classified-columns.js';
import type { DataKeys } from './data-keys.service.js';
import type { TenantSeals } from './tenant-seals.js';

/** The values of a row's key, in the order of the registry; a single one may stand alone. */
export type RowKey = string | readonly unknown[];

const partOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);

/** What a value is bound to in its table. */
const rowOf = (key: RowKey): string => (typeof key === 'string' ? key : key.map(partOf).join('\0'));

/** Seals and opens the classified columns of one table for one tenant. All opening gives back plain values as they are. */
export class TableSeals<T extends ClassifiedTableName> {
  constructor(
    private readonly table: T,
    private readonly seals: TenantSeals,
  ) {}

  text(column: ColumnOf<T, 'text'>, key: RowKey, plain: string): string {
    return this.seals.text(`${this.table}.${column}`, rowOf(key), plain);
  }

  /** The JSON text of one string. */
  json(column: ColumnOf<T, 'json'>, key: RowKey, plain: unknown): string {
    return this.seals.json(`${this.table}.${column}`, rowOf(key), plain);
  }

  bytes(column: ColumnOf<T, 'bytes'>, key: RowKey, plain: Uint8Array): Buffer {
    return this.seals.bytes(`${this.table}.${column}`, rowOf(key), plain);
  }

  /** The one element that stands for the words, which are parted by spaces. */
  terms(column: ColumnOf<T, 'terms'>, key: RowKey, plain: string): string {
    return this.seals.text(`${this.table}.${column}`, rowOf(key), plain);
  }

  /** One number for each different word, in no order that says anything of the text. */
  wordNumbers(column: ColumnOf<T, 'terms'>, words: readonly string[]): string[] {
    return this.seals.wordNumbers(`${this.table}.${column}`, [...new Set(words)]).sort();
  }

  /** The numbers of words, in their order. */
  numbersOf(column: ColumnOf<T, 'terms'>, words: readonly string[]): string[] {
    return this.seals.wordNumbers(`${this.table}.${column}`, words);
  }

  blind(column: ColumnOf<T, 'blind'>, plain: string): string {
    return this.seals.blind(`${this.table}.${column}`, plain).toString('hex');
  }

  openText(column: ColumnOf<T, 'text' | 'terms'>, key: RowKey, stored: string): string {
    return this.seals.openText(`${this.table}.${column}`, rowOf(key), stored);
  }

  openJson<V>(column: ColumnOf<T, 'json'>, key: RowKey, stored: unknown): V {
    return this.seals.openJson(`${this.table}.${column}`, rowOf(key), stored);
  }

  openBytes(column: ColumnOf<T, 'bytes'>, key: RowKey, stored: Uint8Array): Uint8Array {
    return this.seals.openBytes(`${this.table}.${column}`, rowOf(key), stored);
  }

  /** Whether a stored value, or its first 16 characters or bytes, is plain or sealed with an older key. */
  isOutdated(stored: unknown): boolean {
    return this.seals.isOutdated(stored);
  }

  get keyVersion(): number {
    return this.seals.currentVersion;
  }

  /** What is to stand in a column for an opened value: a parameter for Postgres. Blind columns are made of the plain value only. */
  sealColumn(column: string, key: RowKey, opened: unknown): string | Buffer | readonly string[] {
    const described = classifiedTable(this.table)?.columns[column];
    if (!described) throw new AppError('column_not_classified', 'bug');
    return sealed(this.seals, `${this.table}.${column}`, rowOf(key), described.form, opened);
  }

  /** The row with all classified columns that it has opened. It has to have its key. */
  openRow<R extends object>(row: R): R {
    return openRow(this.seals, this.table, row);
  }
}

function openColumn(seals: TenantSeals, column: string, row: string, { form }: { form: Form }, stored: unknown) {
  if (stored === null || stored === undefined) return stored;
  switch (form) {
    case 'text':
      return seals.openText(column, row, stored as string);
    case 'json':
      return seals.openJson(column, row, stored);
    case 'bytes':
      return seals.openBytes(column, row, stored as Uint8Array);
    case 'terms':
      return seals
        .openText(column, row, (stored as readonly string[]).join(' '))
        .split(' ')
        .filter((term) => term !== '');
    case 'blind':
      return stored;
  }
}

function sealed(seals: TenantSeals, column: string, row: string, form: Form, opened: unknown) {
  switch (form) {
    case 'text':
      return seals.text(column, row, opened as string);
    case 'json':
      return seals.json(column, row, opened);
    case 'bytes':
      return seals.bytes(column, row, opened as Uint8Array);
    case 'terms':
      return [seals.text(column, row, (opened as readonly string[]).join(' '))];
    case 'blind':
      return seals.blind(column, opened as string).toString('hex');
  }
}

function openRow<R extends object>(seals: TenantSeals, table: string, row: R): R {
  const classified: ClassifiedTable | null = classifiedTable(table);
  if (classified === null) return row;
  const values = row as Record<string, unknown>;
  const key = classified.row.map((column) => {
    if (values[column] === undefined)
      throw new AppError('row_without_key', 'bug', { detail: `A row of ${table} has no ${column}.` });
    return values[column];
  });
  const opened: Record<string, unknown> = { ...values };
  for (const [column, described] of Object.entries(classified.columns))
    if (column in values)
      opened[column] = openColumn(seals, `${table}.${column}`, rowOf(key), described, values[column]);
  return opened as R;
}

/** What the registry says of columns, for the tenant of the running context. */
export class ClassifiedColumns {
  constructor(private readonly keys: Pick<DataKeys, 'own'>) {}

  async of<T extends ClassifiedTableName>(table: T): Promise<TableSeals<T>> {
    return new TableSeals(table, await this.keys.own());
  }

  /**
   * Rows of any table with their classified columns opened; other columns, and tables without such columns, stay as they are.
   * Rows have the names and types of the database, and their key. Throws as `TenantSeals` does.
   */
  async openRows<R extends object>(table: string, rows: readonly R[]): Promise<R[]> {
    if (rows.length === 0 || !(table in CLASSIFIED_TABLES)) return [...rows];
    const seals = await this.keys.own();
    return rows.map((row) => openRow(seals, table, row));
  }

  async openRow<R extends object>(table: string, row: R): Promise<R> {
    const [opened] = await this.openRows(table, [row]);
    return opened ?? row;
  }
}
