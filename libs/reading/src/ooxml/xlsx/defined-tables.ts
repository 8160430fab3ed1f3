import type { OoxmlPackage } from '../package.js';
import { attr, integer } from '../xml-tree.js';
import { type CellRange, cellRange } from './cell-references.js';

/** A range of cells that its author made a table (ECMA-376 part 1, 18.5). */
export interface DefinedTable {
  readonly range: CellRange;
  readonly name: string;
  /** False where Excel only numbered it. */
  readonly isNamed: boolean;
  readonly hasHeader: boolean;
}

/** What Excel calls tables by itself, in some languages. */
const NUMBERED = /^(?:table|tabelle|tableau|tabla|tabela|tabella|tabel|таблица|テーブル|表|표)_?\d+$/i;

/** Tables of a sheet that are believed. */
const MAX_TABLES = 200;

export async function definedTables(opened: OoxmlPackage, part: string): Promise<DefinedTable[]> {
  const tables: DefinedTable[] = [];
  for (const target of (await opened.targetsOf(part, 'table')).slice(0, MAX_TABLES)) {
    const root = (await opened.tree(target)) ?? undefined;
    const range = cellRange(attr(root, 'ref') ?? '');
    const name = attr(root, 'displayName') ?? attr(root, 'name') ?? '';
    if (range !== null)
      tables.push({
        range,
        name: name.replaceAll('_', ' '),
        isNamed: name !== '' && !NUMBERED.test(name),
        hasHeader: integer(attr(root, 'headerRowCount')) !== 0,
      });
  }
  return tables;
}
