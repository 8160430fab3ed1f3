import type { StoredReading } from '@app/reading';
import type { FieldSpec } from '../../schemas/index.js';
import { specifySchema } from '../../schemas/model.js';
import { type DocumentView, viewDocument } from '../domain/document-view.js';
import { fold } from '../domain/tokens.js';
import { type DraftPair, pairsOf } from './draft-pairs.js';
import { type DraftTable, tablesOf } from './draft-tables.js';

export interface DraftField {
  readonly name: string;
  readonly type: FieldSpec['type'];
  readonly labels: readonly string[];
  readonly required?: boolean;
  readonly fields?: readonly DraftField[];
}

/** What one sample document shows. */
export interface Sample {
  readonly pairs: ReadonlyMap<string, DraftPair>;
  readonly tables: readonly DraftTable[];
}

const NOTHING = specifySchema({
  id: '',
  key: '',
  version: 0,
  name: '',
  description: '',
  documentType: null,
  fields: [],
  rules: [],
});

/** Schemas with more fields than this are not drafted: nobody would read them. */
const MAX_FIELDS = 80;

/** Labels with values, and tables, of one document. */
export function sampleOf(reading: Pick<StoredReading, 'text' | 'pages'>, language: string): Sample {
  const view: DocumentView = viewDocument(reading, NOTHING, language);
  const tables = tablesOf(view);
  return { pairs: pairsOf(view, new Set(tables.flatMap((table) => table.rows))), tables };
}

/** The type that all have; a mix of numbers and amounts are amounts, any other mix is text. */
function commonType(types: readonly FieldSpec['type'][]): FieldSpec['type'] {
  const kinds = new Set(types);
  const [only] = kinds;
  if (kinds.size === 1 && only) return only;
  return kinds.size === 2 && kinds.has('money') && kinds.has('number') ? 'money' : 'string';
}

const distinct = (labels: readonly string[]): string[] => [
  ...new Map(
    labels.map((label) => [
      fold(label)
        .replace(/[^\p{L}\p{N}#]+/gu, ' ')
        .trim(),
      label,
    ]),
  ).values(),
];

/** A label counts that documents mark as one and half of them have, or that most have with values of their own. */
function fieldOf(pairs: readonly DraftPair[], documents: number): DraftField | null {
  const [first] = pairs;
  const marked = pairs.filter((pair) => pair.marked).length;
  const own = new Set(pairs.map((pair) => pair.value)).size > 1;
  const recurs = 2 * marked >= documents || (documents > 1 && own && 3 * pairs.length >= 2 * documents);
  if (!first || !recurs) return null;
  return {
    name: first.name,
    type: commonType(pairs.map((pair) => pair.type)),
    labels: distinct(pairs.map((pair) => pair.label)),
    ...(documents > 1 && pairs.length === documents && { required: true }),
  };
}

/** The columns that half of the documents' tables of this look have. */
function listOf(samples: readonly Sample[]): DraftField | null {
  const tables = samples.flatMap(({ tables: [first, ...others] }) =>
    first ? [others.reduce((top, one) => (one.rows.length > top.rows.length ? one : top), first)] : [],
  );
  if (2 * tables.length < samples.length || tables.length === 0) return null;
  const columns = Map.groupBy(
    tables.flatMap((table) => table.columns),
    (column) => column.name,
  );
  const fields = [...columns.values()]
    .filter((same) => 2 * same.length >= tables.length)
    .map((same) => ({
      name: same[0]?.name ?? '',
      type: commonType(same.map((column) => column.type)),
      labels: distinct(same.map((column) => column.label)),
    }));
  return fields.length >= 2 ? { name: 'items', type: 'list', labels: [], fields } : null;
}

/** Fields that sample documents of one kind have in common, in the order in which they first stand there. */
export function draftFields(samples: readonly Sample[]): DraftField[] {
  const names = [...new Set(samples.flatMap(({ pairs }) => [...pairs.keys()]))];
  const list = listOf(samples);
  const fields = names
    .filter((name) => name !== list?.name)
    .flatMap(
      (name) =>
        fieldOf(
          samples.flatMap(({ pairs }) => pairs.get(name) ?? []),
          samples.length,
        ) ?? [],
    );
  return [...fields.slice(0, MAX_FIELDS), ...(list ? [list] : [])];
}
