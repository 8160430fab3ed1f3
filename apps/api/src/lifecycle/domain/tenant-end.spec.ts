import { expect, it } from 'vitest';
import { emptyingOrder, KEPT_AT_END } from './tenant-end.js';
import { TABLE_RULES } from './table-rules.js';

const places = (order: readonly string[], ...tables: readonly string[]): number[] =>
  tables.map((table) => order.indexOf(table));

it('empties all tables but those that are kept, those that refer to others first', () => {
  const order = emptyingOrder([
    { from: 'runs', to: 'documents' },
    { from: 'documents', to: 'documents' },
    { from: 'documents', to: 'stored_files' },
    { from: 'audit_links', to: 'audit_entries' },
  ]);
  const [runs = -1, documents = -1, files = -1] = places(order, 'runs', 'documents', 'stored_files');
  expect(runs).toBeGreaterThanOrEqual(0);
  expect(runs).toBeLessThan(documents);
  expect(documents).toBeLessThan(files);
  expect([...order, ...Object.keys(KEPT_AT_END)].sort()).toEqual(Object.keys(TABLE_RULES).sort());
});

it('keeps nothing but evidence, and what it refers to', () => {
  const kept = Object.keys(KEPT_AT_END).filter((table) => TABLE_RULES[table]?.life !== 'evidence');
  expect(kept).toEqual(['tenants', 'tenant_data_keys']);
});

it('says where there is a circle', () => {
  expect(() =>
    emptyingOrder([
      { from: 'runs', to: 'documents' },
      { from: 'documents', to: 'runs' },
    ]),
  ).toThrow(/circle/);
});
