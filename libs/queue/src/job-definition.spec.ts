import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { backoffSeconds, defineJob } from './job-definition.js';

describe('backoffSeconds', () => {
  it.each([
    [0, 0.5, 1],
    [1, 0.5, 1],
    [2, 1, 2],
    [3, 2, 4],
    [6, 16, 32],
    [7, 30, 60],
    [8, 30, 60],
    [2_000, 30, 60],
  ])('after try %i lies between %d and %d seconds', (attempt, least, most) => {
    expect(backoffSeconds(attempt, () => 0)).toBe(least);
    expect(backoffSeconds(attempt, () => 1)).toBe(most);
    expect(backoffSeconds(attempt, () => 0.5)).toBe((least + most) / 2);
  });

  it('differs by itself, so that what failed together does not come back together', () => {
    const pauses = Array.from({ length: 1_000 }, () => backoffSeconds(4));
    expect(new Set(pauses).size).toBeGreaterThan(990);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(8);
  });
});

describe('defineJob', () => {
  const job = { facts: z.object({}), maxAttempts: 3, concurrency: 1 };

  it('leaves a place for what is done at once', () => {
    expect(() => defineJob({ ...job, queue: 'a.b', concurrency: 4, atOnce: true })).toThrow('no place');
    expect(defineJob({ ...job, queue: 'a.b', concurrency: 5, atOnce: true }).atOnce).toBe(true);
  });

  it.each(['documents.read-document', 'testing.do-work', 'a.b', 'queries.index-all-chunks'])('takes %s', (queue) => {
    expect(defineJob({ ...job, queue })).toEqual({ ...job, queue });
  });

  it.each([
    'read-document',
    'documents.',
    '.read',
    'documents.read.document',
    'Documents.read',
    'documents.read_document',
    'documents.read-',
    'documents.-read',
    'documents.read--document',
    'documents:read',
    'documents.read2',
    'documents.read\n',
    '',
  ])('refuses %o, which is not room.verb-noun', (queue) => {
    expect(() => defineJob({ ...job, queue })).toThrow(TypeError);
  });

  it('cannot be changed afterwards', () => {
    expect(() => Object.assign(defineJob({ ...job, queue: 'testing.do-work' }), { maxAttempts: 99 })).toThrow(
      TypeError,
    );
  });
});
