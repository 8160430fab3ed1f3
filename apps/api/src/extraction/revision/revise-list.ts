import type { FieldSpec } from '../../schemas/index.js';
import { type ExtractedField, thousandths, type Verdict } from '../../fields/index.js';
import type { Judgement } from './judgements.js';
import { byPerson, changeOf, type FieldChange, judged, type Reviser } from './revise-value.js';

type Row = NonNullable<ExtractedField['items']>[number];

const placesIn = ({ fields }: Row): number[] => fields.flatMap(({ grounding }) => grounding?.span[0] ?? []);

/** Columns of a list: the schema's, or those of the rows there are. */
const columnsOf = ({ schema }: Reviser, list: ExtractedField): readonly Pick<FieldSpec, 'name' | 'type' | 'enum'>[] =>
  schema.fields.find(({ name }) => name === list.name)?.fields ?? list.items?.[0]?.fields ?? [];

const blank = (
  list: ExtractedField,
  { name, type }: Pick<FieldSpec, 'name' | 'type'>,
  runId: string,
): ExtractedField => ({
  name,
  type,
  value: null,
  currency: null,
  raw: null,
  confidence: 0,
  grounding: null,
  source: 'body',
  origin: { ...list.origin, ...byPerson(runId) },
  ruleFailures: [],
  verdict: null,
});

/** A row of a list after what was said of it; null where it was dropped. */
function revisedRow(reviser: Reviser, list: ExtractedField, row: Row, at: number, said: readonly Judgement[]) {
  const isDropped = said.some((one) => one.kind === 'row-dropped');
  const columns = columnsOf(reviser, list);
  const changes: FieldChange[] = [];
  const fields = row.fields.map((cell) => {
    const judgement = said.find((one) => one.kind === 'value' && one.column === cell.name);
    const rejected = isDropped && cell.value !== null ? ({ verdict: 'rejected' } as const) : undefined;
    const verdict = judgement?.kind === 'value' ? judgement : rejected;
    if (!verdict) return cell;
    const spec = columns.find(({ name }) => name === cell.name) ?? cell;
    const after = judged(reviser, cell, verdict, { spec, around: placesIn(row) });
    changes.push(changeOf(cell, after, list.name, at));
    return after;
  });
  return { row: isDropped ? null : { fields }, changes };
}

function addedRow(reviser: Reviser, list: ExtractedField, one: Extract<Judgement, { kind: 'row-added' }>) {
  const changes: FieldChange[] = [];
  const fields = columnsOf(reviser, list).map((column) => {
    const before = blank(list, column, reviser.runId);
    const value = one.cells.get(column.name);
    if (!value) return before;
    const after = judged(reviser, before, { verdict: 'corrected', value }, { spec: column });
    changes.push(changeOf(before, after, list.name, one.row));
    return after;
  });
  return { row: { fields }, changes };
}

/** What is said of a list as a whole follows from what is said of its rows. */
function verdictOfList(rows: readonly Row[], isChanged: boolean): Verdict | null {
  if (rows.length === 0) return isChanged ? 'rejected' : null;
  const cells = rows.flatMap(({ fields }) => fields).filter(({ value, verdict }) => value !== null || verdict !== null);
  if (cells.some(({ verdict }) => verdict === null)) return null;
  return isChanged || cells.some(({ verdict }) => verdict !== 'accepted') ? 'corrected' : 'accepted';
}

/** A list after what was said of its rows and cells. */
export function revisedList(reviser: Reviser, list: ExtractedField, said: readonly Judgement[]) {
  const byRow = Map.groupBy(
    said.filter(({ kind }) => kind !== 'row-added'),
    ({ row }) => row,
  );
  const kept = (list.items ?? []).map((row, at) => revisedRow(reviser, list, row, at, byRow.get(at) ?? []));
  const added = said
    .filter((one) => one.kind === 'row-added')
    .sort((a, b) => a.row - b.row)
    .map((one) => addedRow(reviser, list, one));
  const items = [...kept, ...added].flatMap(({ row }) => row ?? []);
  const cells = items.flatMap(({ fields }) => fields).filter(({ value }) => value !== null);
  const mean = cells.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, cells.length);
  const verdict = verdictOfList(items, added.length > 0 || items.length < kept.length);
  const field: ExtractedField = {
    ...list,
    items,
    confidence: thousandths(mean),
    verdict,
    ...(verdict !== null && { origin: byPerson(reviser.runId) }),
  };
  return { field, changes: [...kept, ...added].flatMap(({ changes }) => changes) };
}
