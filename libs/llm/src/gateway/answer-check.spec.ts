import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkAnswer } from './answer-check.js';

const schema = z.object({ total: z.string() });
const check = (text: string, finish: 'complete' | 'truncated' | 'refused' = 'complete') =>
  checkAnswer({ text, finish }, schema, ({ total }) => (total === '1' ? [] : ['/total: does not stand there']));

describe('checkAnswer', () => {
  it.each(['{"total":"1"}', ' {"total":"1"}\n', '```json\n{"total":"1"}\n```', '```\n{"total":"1"}\n```'])(
    'takes %j',
    (text) => expect(check(text)).toEqual({ ok: true, value: { total: '1' } }),
  );

  it.each([
    ['{"total":"1"}', 'refused', 'refused'],
    ['{"total":', 'truncated', 'truncated'],
    ['  ', 'complete', 'empty'],
    ['The total is 1.', 'complete', 'not-json'],
    ['Here: {"total":"1"}', 'complete', 'not-json'],
    ['{"total":"1"', 'complete', 'not-json'],
    ["I'm sorry, but I can't help with that.", 'complete', 'refused'],
    ['{"total":1}', 'complete', 'wrong-shape'],
    ['[]', 'complete', 'wrong-shape'],
    ['{"total":"2"}', 'complete', 'unacceptable'],
  ] as const)('tells %j (%s) as %s', (text, finish, fault) => {
    expect(check(text, finish)).toMatchObject({ ok: false, fault });
  });

  it('names what is wrong by place and rule, never by content', () => {
    const checked = check('{"total":4111111111111111}');
    expect(checked).toMatchObject({ problems: [expect.stringMatching(/^\/total: /)] });
    expect(JSON.stringify(checked)).not.toContain('4111');
  });
});
