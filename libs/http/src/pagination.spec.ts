import 'reflect-metadata';
import { newUuid } from '@app/kernel';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, PageQuery, pageOf } from './pagination.js';
import { validationPipe } from './validation.js';

const UUID = '0193a5f0-7c1e-7d3a-9b4f-0123456789ab';

describe('cursors', () => {
  it('go there and back, and need no quoting in a URL', () => {
    const id = newUuid();
    expect(decodeCursor(encodeCursor(id))).toBe(id);
    expect(encodeURIComponent(encodeCursor(id))).toBe(encodeCursor(id));
    expect(decodeCursor(undefined)).toBeNull();
  });

  it.each([
    '',
    'nonsense',
    UUID,
    encodeCursor(UUID.toUpperCase()),
    encodeCursor(`${UUID}' OR 1=1`),
    encodeCursor(UUID.slice(1)),
    encodeCursor('\u0000'),
    '%00',
  ])('that this service did not make are refused: %o', (cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(
      expect.objectContaining({
        code: 'invalid_cursor',
        kind: 'invalid',
        errors: [expect.objectContaining({ pointer: '/cursor' })],
      }),
    );
  });
});

describe('pageOf', () => {
  const ids = Array.from({ length: 7 }, (_, index) => newUuid(index + 1));
  const page = (rows: readonly string[], limit: number) =>
    pageOf(
      rows,
      limit,
      (id) => id,
      (id) => ({ id }),
    );

  it.each([
    [0, 3, 0, false],
    [2, 3, 2, false],
    [3, 3, 3, false],
    [4, 3, 3, true],
    [1, 1, 1, false],
    [2, 1, 1, true],
  ])('of %i rows with limit %i shows %i; more: %s', (count, limit, shown, more) => {
    const { items, nextCursor } = page(ids.slice(0, count), limit);
    expect(items).toEqual(ids.slice(0, shown).map((id) => ({ id })));
    expect(nextCursor).toBe(more ? encodeCursor(ids[shown - 1]!) : null);
  });

  it.each([1, 2, 3, 7, 8])('shows each row once over all pages of %i', (limit) => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const after = decodeCursor(cursor ?? undefined);
      const rows = ids.filter((id) => after === null || id > after).slice(0, limit + 1);
      const answer = page(rows, limit);
      seen.push(...answer.items.map(({ id }) => id));
      cursor = answer.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(ids);
  });
});

describe('PageQuery', () => {
  const check = (query: object) => validationPipe().transform(query, { type: 'query', metatype: PageQuery });

  it.each([
    [{}, { limit: 20 }],
    [{ limit: '1' }, { limit: 1 }],
    [
      { limit: '100', cursor: 'abc' },
      { limit: 100, cursor: 'abc' },
    ],
  ])('reads %o as %o', async (query, expected) => {
    expect(await check(query)).toEqual(expected);
  });

  it.each([
    { limit: '0' },
    { limit: '101' },
    { limit: '-1' },
    { limit: '2.5' },
    { limit: '' },
    { limit: 'all' },
    { limit: ['1', '2'] },
    { cursor: ['a', 'b'] },
    { cursor: 'x'.repeat(201) },
    { offset: '3' },
  ])('refuses %o', async (query) => {
    await expect(check(query)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
