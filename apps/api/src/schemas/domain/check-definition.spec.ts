import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check-definition.js';

const valid = {
  key: 'delivery',
  name: 'Delivery note',
  fields: [
    { name: 'number', type: 'string', pattern: '[A-Z]{2}\\d+', labels: ['Delivery No.'] },
    { name: 'state', type: 'string', enum: ['open', 'closed'] },
    { name: 'net', type: 'money' },
    { name: 'tax', type: 'money' },
    { name: 'total', type: 'money', required: true, priority: 'high' },
    { name: 'from', type: 'date' },
    { name: 'until', type: 'date' },
    {
      name: 'items',
      type: 'list',
      fields: [
        { name: 'what', type: 'string' },
        { name: 'amount', type: 'money' },
      ],
    },
  ],
  rules: [
    { kind: 'sum', name: 'total', of: ['net', 'tax'], equals: 'total' },
    { kind: 'line-sum', name: 'items', list: 'items', column: 'amount', equalsOneOf: ['net', 'total'] },
    { kind: 'date-order', name: 'period', first: 'from', second: 'until' },
    { kind: 'not-above', name: 'tax below total', field: 'tax', limit: 'total' },
  ],
} as const;

const withField = (field: object) => ({ ...valid, rules: [], fields: [...valid.fields, field] });
const withRule = (rule: object) => ({ ...valid, rules: [rule] });

describe('checkDefinition', () => {
  it('takes a schema with everything in it, and fills in what was left out', () => {
    const { definition, problems } = checkDefinition(valid);
    expect(problems).toEqual([]);
    expect(definition).toMatchObject({ documentType: null, description: '' });
    expect(definition?.fields[1]).toMatchObject({ labels: [], required: false, priority: 'normal', description: '' });
  });

  it.each<[string, unknown, string[]]>([
    ['no object', 'x', ['']],
    ['nothing', {}, ['/key', '/name', '/fields']],
    ['what is not known', { ...valid, colour: 'red' }, ['/colour']],
    ['an unknown type', withField({ name: 'x', type: 'text' }), ['/fields/8/type']],
    ['a name with a space', withField({ name: 'a b', type: 'string' }), ['/fields/8/name']],
    ['a name twice, but for its dashes', withField({ name: 'Num-ber', type: 'string' }), ['/fields/8/name']],
    ['a pattern that is none', withField({ name: 'x', type: 'string', pattern: '[' }), ['/fields/8/pattern']],
    ['a pattern that looks ahead', withField({ name: 'x', type: 'string', pattern: '(?=a)' }), ['/fields/8/pattern']],
    ['a pattern of a date', withField({ name: 'x', type: 'date', pattern: 'a' }), ['/fields/8/pattern']],
    ['an empty enum', withField({ name: 'x', type: 'string', enum: [] }), ['/fields/8/enum']],
    ['an enum with a double', withField({ name: 'x', type: 'string', enum: ['a', 'A'] }), ['/fields/8/enum/1']],
    ['a list without fields', withField({ name: 'x', type: 'list' }), ['/fields/8/fields']],
    [
      'fields without a list',
      withField({ name: 'x', type: 'date', fields: [{ name: 'y', type: 'date' }] }),
      ['/fields/8/fields'],
    ],
    [
      'a list in a list',
      withField({ name: 'x', type: 'list', fields: [{ name: 'y', type: 'list' }] }),
      ['/fields/8/fields/0/type'],
    ],
    [
      'a column twice',
      withField({
        name: 'x',
        type: 'list',
        fields: [
          { name: 'y', type: 'date' },
          { name: 'Y', type: 'date' },
        ],
      }),
      ['/fields/8/fields/1/name'],
    ],
    ['a rule of another kind', withRule({ kind: 'product', name: 'x' }), ['/rules/0/kind']],
    ['a rule about nothing', withRule({ kind: 'sum', name: 'x', of: ['gross'], equals: 'total' }), ['/rules/0/of/0']],
    ['a sum of dates', withRule({ kind: 'sum', name: 'x', of: ['from'], equals: 'total' }), ['/rules/0/of/0']],
    [
      'a column that is not there',
      withRule({ kind: 'line-sum', name: 'x', list: 'items', column: 'price', equalsOneOf: ['total'] }),
      ['/rules/0/column'],
    ],
    [
      'lines of what is no list',
      withRule({ kind: 'line-sum', name: 'x', list: 'net', column: 'price', equalsOneOf: ['total'] }),
      ['/rules/0/list'],
    ],
    [
      'an order of amounts',
      withRule({ kind: 'date-order', name: 'x', first: 'net', second: 'until' }),
      ['/rules/0/first'],
    ],
    [
      'a limit that is a text',
      withRule({ kind: 'not-above', name: 'x', field: 'net', limit: 'number' }),
      ['/rules/0/limit'],
    ],
  ])('points at %s', (_, input, pointers) => {
    const { definition, problems } = checkDefinition(input);
    expect(definition).toBeNull();
    expect(problems.map((problem) => problem.pointer)).toEqual(pointers);
  });
});
