import { expect, it } from 'vitest';
import { boundSkipped } from './skipped-list.js';

const skips = (count: number, reason: string) =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.txt`, reason }));

it('names a few as they are', () => expect(boundSkipped(skips(3, 'empty'))).toEqual(skips(3, 'empty')));

it('counts what is beyond five hundred, by reason', () => {
  const bounded = boundSkipped([...skips(499, 'empty'), ...skips(40, 'too_many'), ...skips(2, 'link')]);
  expect(bounded).toHaveLength(502);
  expect(bounded.slice(499)).toEqual([
    { name: '0.txt', reason: 'too_many' },
    { name: '(39 more)', reason: 'too_many' },
    { name: '(2 more)', reason: 'link' },
  ]);
});
