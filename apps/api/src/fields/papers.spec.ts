import { describe, expect, it } from 'vitest';
import { PAPERS } from '../../../../test/support/papers/index.js';
import { textReading } from '../../../../test/support/placed-reading.js';
import { readFields } from './read-fields.builder.js';

describe.each(PAPERS.flatMap(([type, papers]) => papers.map((paper) => [type, paper.what, paper] as const)))(
  '%s, %s',
  (type, _, { text, values, absent = [], lists = {} }) => {
    const found = readFields(type, textReading(text));

    it('gives its values', () => expect(found.values).toMatchObject(values));

    it('gives no others', () => expect(absent.filter((name) => name in found.values)).toEqual([]));

    it('gives its lists', () => expect(found.lists).toMatchObject(lists));

    it('shows where each value stands', () => expect(found.misplaced).toEqual([]));
  },
);
