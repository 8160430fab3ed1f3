import { describe, expect, it } from 'vitest';
import { industryOf, listCategories, listIndustries, uniqueMap } from './taxonomy.js';

describe('taxonomy', () => {
  it('has categories in every industry, each type in one', () => {
    const types = listIndustries().flatMap(({ id }) => listCategories(id)?.map((category) => category.id) ?? []);
    expect(listIndustries().map(({ id }) => listCategories(id)?.length ?? 0)).not.toContain(0);
    expect(new Set(types).size).toBe(types.length);
    expect(types).toEqual(expect.arrayContaining(['invoice', 'nda', 'medical_record', 'generic']));
  });

  it('knows no categories of an unknown industry', () => {
    expect(listCategories('alchemy')).toBeNull();
  });

  it.each([
    ['receipt', 'finance'],
    ['prescription', 'healthcare'],
    ['boat_log', 'general'],
  ])('puts %s into %s', (type, industry) => {
    expect(industryOf(type)).toBe(industry);
  });

  it('refuses double entries', () => {
    expect(() => uniqueMap(['a', 'a'], (entry) => entry, 'Entry')).toThrow('Entry a is registered twice.');
  });
});
