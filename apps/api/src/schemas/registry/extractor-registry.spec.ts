import { describe, expect, it } from 'vitest';
import {
  builtInSchema,
  builtInSchemas,
  EXTRACTABLE_TYPES,
  indexExtractors,
  schemaForType,
} from './extractor-registry.js';

const all = builtInSchemas();

describe('the registry of extractors', () => {
  it('has one for each type', () =>
    expect(all.map((schema) => schema.key).sort()).toEqual([...EXTRACTABLE_TYPES].sort()));

  it.each([
    ['a missing type', all.slice(1)],
    ['a double type', [...all, all[0]!]],
    ['a double field', [{ ...all[0]!, fields: [all[0]!.fields[0]!, all[0]!.fields[0]!] }, ...all.slice(1)]],
    [
      'a list without columns',
      [
        { ...all[0]!, fields: [{ name: 'x', type: 'list' as const, family: 'line-items' as const, labels: {} }] },
        ...all.slice(1),
      ],
    ],
  ])('refuses %s', (_, schemas) => expect(() => indexExtractors(schemas)).toThrow(/extractor|fields|columns/i));

  it.each([
    ['invoice', 'invoice'],
    ['credit_note', 'invoice'],
    ['nda', 'contract'],
    ['something_else', 'generic'],
    [null, 'generic'],
  ])('gives %s the schema %s', (type, id) => expect(schemaForType(type).key).toBe(id));

  it('knows no schema of another name', () => expect(builtInSchema('unheard_of')).toBeNull());

  it('names only fields of the schema in its rules', () => {
    for (const schema of all) {
      const names = new Set(schema.fields.map((field) => field.name));
      for (const rule of schema.rules) {
        const used =
          rule.kind === 'sum'
            ? [...rule.of, rule.equals]
            : rule.kind === 'line-sum'
              ? [rule.list, ...rule.equalsOneOf]
              : rule.kind === 'date-order'
                ? [rule.first, rule.second]
                : rule.kind === 'balance'
                  ? [rule.list, rule.opening, rule.closing]
                  : [rule.field, rule.limit];
        expect(used.filter((name) => !names.has(name))).toEqual([]);
      }
    }
  });
});
