import type { JsonValue } from '@app/kernel';
import { describe, expect, it } from 'vitest';
import type { Run } from './document.js';
import type { KeptField } from './field-diff.js';
import { diffRuns } from './run-diff.js';

const run = (result: unknown, change: Partial<Run> = {}): Run => ({
  id: 'r',
  documentId: 'd',
  kind: 'extract',
  engine: 'local',
  engineVersion: '1',
  model: null,
  schemaId: 'sch_invoice',
  schemaVersion: 1,
  promptHash: null,
  tokensIn: 0,
  tokensOut: 0,
  cost: '0',
  cacheHit: false,
  durationMs: 5,
  result: result as JsonValue,
  createdAt: new Date(0),
  ...change,
});

const field = (name: string, value: string | null, change: Partial<KeptField> = {}): KeptField => ({
  name,
  value,
  currency: null,
  confidence: value === null ? 0 : 0.9,
  grounding: value === null ? null : { page: 1, quote: value, span: [0, value.length] },
  ...change,
});
const list = (...rows: readonly (readonly [string, string | null])[]): KeptField =>
  field('items', null, { items: rows.map(([what, sum]) => ({ fields: [field('what', what), field('sum', sum)] })) });
const fieldsOf = (before: readonly KeptField[], after: readonly KeptField[]) =>
  diffRuns(run({ fields: before }), run({ fields: after }));

describe('the difference of two extractions', () => {
  it.each<[string, KeptField[], KeptField[], string[]]>([
    ['nothing', [field('a', '1')], [field('a', '1')], []],
    ['a value that was found', [field('a', null)], [field('a', '1')], ['a added']],
    ['a field that was not there', [], [field('a', '1')], ['a added']],
    ['a field without a value that was not there', [], [field('a', null)], []],
    ['a value that was lost', [field('a', '1')], [field('a', null)], ['a removed']],
    ['a field that went', [field('a', '1')], [], ['a removed']],
    ['another value', [field('a', '1')], [field('a', '2')], ['a value']],
    ['another currency', [field('a', '1')], [field('a', '1', { currency: 'EUR' })], ['a value']],
    ['another confidence', [field('a', '1')], [field('a', '1', { confidence: 0.5 })], ['a confidence']],
    [
      'another place, which weighs more than confidence',
      [field('a', '1')],
      [field('a', '1', { confidence: 0.5, grounding: { page: 2, quote: '1', span: [9, 10] } })],
      ['a evidence'],
    ],
    ['a verdict', [field('a', '1')], [field('a', '1', { verdict: 'accepted' })], ['a verdict']],
    [
      'in the order of the later run, what it lacks last',
      [field('gone', '1'), field('b', '1'), field('a', '1')],
      [field('a', '2'), field('b', '2')],
      ['a value', 'b value', 'gone removed'],
    ],
    [
      'fields of one name by their order',
      [field('a', '1'), field('a', '2')],
      [field('a', '1'), field('a', '3'), field('a', '4')],
      ['a value', 'a added'],
    ],
  ])('%s', (_, before, after, expected) => {
    const diff = fieldsOf(before, after);
    expect(diff.fields.map(({ name, change }) => `${name} ${change}`)).toEqual(expected);
    expect(diff.same).toBe(expected.length === 0);
  });

  it.each<[string, KeptField, KeptField, string[]]>([
    [
      'a row before others',
      list(['b', '2'], ['c', '3']),
      list(['a', '1'], ['b', '2'], ['c', '3']),
      ['added -0 what,sum'],
    ],
    [
      'a row that went',
      list(['a', '1'], ['b', '2'], ['c', '3']),
      list(['a', '1'], ['c', '3']),
      ['removed 1- what,sum'],
    ],
    ['a cell', list(['a', '1'], ['b', '2']), list(['a', '1'], ['b', '7']), ['changed 1-1 sum']],
    [
      'a cell behind a new row',
      list(['b', '2']),
      list(['a', '1'], ['b', '7']),
      ['added -0 what,sum', 'changed 0-1 sum'],
    ],
    ['nothing', list(['a', '1']), list(['a', '1']), []],
  ])('rows: %s', (_, before, after, expected) => {
    const { fields } = fieldsOf([before], [after]);
    const shown = fields[0]?.rows?.map(
      (row) => `${row.change} ${row.before ?? ''}-${row.after ?? ''} ${row.fields.map(({ name }) => name).join()}`,
    );
    expect(shown ?? []).toEqual(expected);
  });

  it('shows both states of a field', () => {
    const { fields } = fieldsOf([field('a', '1')], [field('a', '22')]);
    expect(fields[0]).toEqual({
      name: 'a',
      change: 'value',
      before: {
        value: '1',
        currency: null,
        confidence: 0.9,
        page: 1,
        quote: '1',
        span: [0, 1],
        path: null,
        verdict: null,
      },
      after: {
        value: '22',
        currency: null,
        confidence: 0.9,
        page: 1,
        quote: '22',
        span: [0, 2],
        path: null,
        verdict: null,
      },
    });
  });
});

describe('the difference of two runs', () => {
  it('names what made them, and takes the same findings of two engines for the same', () => {
    const diff = diffRuns(
      run({ fields: [field('a', '1')], runId: 'run_1' }),
      run(
        { fields: [field('a', '1')], runId: 'run_2' },
        { engine: 'llm', model: 'p/m', schemaVersion: 2, promptHash: 'h' },
      ),
    );
    expect(diff.same).toBe(true);
    expect(diff.provenance).toEqual([
      { name: 'engine', before: 'local', after: 'llm' },
      { name: 'model', before: null, after: 'p/m' },
      { name: 'schemaVersion', before: 1, after: 2 },
      { name: 'promptHash', before: null, after: 'h' },
    ]);
  });

  it('names what a classification says differently', () => {
    const result = {
      type: 'invoice',
      confidence: 0.9,
      alternatives: [{ type: 'receipt' }],
      origin: { runId: 'run_1' },
    };
    const other = { type: 'receipt', confidence: 0.9, alternatives: [], origin: { runId: 'run_2' } };
    const diff = diffRuns(run(result, { kind: 'classify' }), run(other, { kind: 'classify' }));
    expect([diff.same, diff.fields]).toEqual([false, []]);
    expect(diff.values).toEqual([
      { name: '/type', before: 'invoice', after: 'receipt' },
      { name: '/alternatives/0/type', before: 'receipt', after: null },
    ]);
  });

  it.each([[null], ['text'], [[1, 2]], [{}]])('bears a result of any form: %o', (result) =>
    expect(diffRuns(run(result), run(result)).same).toBe(true),
  );
});
