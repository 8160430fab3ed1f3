import { describe, expect, it } from 'vitest';
import * as value from './values.js';

const INVALID = Symbol('invalid');

const parse = (
  schema: { safeParse(input: unknown): { success: boolean; data?: unknown } },
  input: unknown,
): unknown => {
  const parsed = schema.safeParse(input);
  return parsed.success ? parsed.data : INVALID;
};

describe.each([
  [
    'integer',
    value.integer(7, 2, 100),
    [
      [undefined, 7],
      ['2', 2],
      ['100', 100],
      ['1', INVALID],
      ['101', INVALID],
      ['2.5', INVALID],
      ['many', INVALID],
      ['12px', INVALID],
      ['Infinity', INVALID],
    ],
  ],
  [
    'integer without limits',
    value.integer(0),
    [
      ['0', 0],
      ['-1', INVALID],
      ['9007199254740993', INVALID],
    ],
  ],
  [
    'ratio',
    value.ratio(0.5),
    [
      [undefined, 0.5],
      ['0', 0],
      ['1', 1],
      ['0.25', 0.25],
      ['1.01', INVALID],
      ['-0.1', INVALID],
      ['50%', INVALID],
    ],
  ],
  [
    'flag',
    value.flag(true),
    [
      [undefined, true],
      ['true', true],
      ['1', true],
      ['false', false],
      ['0', false],
      ['yes', INVALID],
      ['TRUE', INVALID],
    ],
  ],
  ['flag that is off', value.flag(false), [[undefined, false]]],
  [
    'text',
    value.text('fallback'),
    [
      [undefined, 'fallback'],
      ['given', 'given'],
    ],
  ],
  [
    'text that has to be given',
    value.text(),
    [
      [undefined, INVALID],
      ['given', 'given'],
    ],
  ],
  [
    'optional text',
    value.optionalText(),
    [
      [undefined, undefined],
      ['given', 'given'],
    ],
  ],
  [
    'choice',
    value.choice(['low', 'high'], 'low'),
    [
      [undefined, 'low'],
      ['high', 'high'],
      ['High', INVALID],
      ['other', INVALID],
    ],
  ],
  [
    'list',
    value.list(),
    [
      [undefined, []],
      ['a', ['a']],
      [' a, b ,,c, ', ['a', 'b', 'c']],
      [',', []],
    ],
  ],
] as const)('%s', (_, schema, table) => {
  it.each(table as unknown as [unknown, unknown][])('reads %o as %o', (input, expected) => {
    expect(parse(schema, input)).toEqual(expected);
  });
});
