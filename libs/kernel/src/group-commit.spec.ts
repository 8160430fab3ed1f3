import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { GroupCommit, GroupCommits } from './group-commit.js';

describe('GroupCommit', () => {
  it('writes what comes together in one batch, and what comes meanwhile in the next, with the answer of each', async () => {
    const batches: (readonly number[])[] = [];
    const group = new GroupCommit<number, number>(async (items) => {
      batches.push(items);
      await setImmediate();
      return items.map((item) => item * 10);
    }, 3);
    const first = [1, 2].map((item) => group.add(item));
    await Promise.resolve();
    await Promise.resolve();
    const later = [3, 4, 5, 6].map((item) => group.add(item));
    expect(await Promise.all([...first, ...later])).toEqual([10, 20, 30, 40, 50, 60]);
    expect(batches).toEqual([[1, 2], [3, 4, 5], [6]]);
    await group.idle();
    expect(group.isIdle).toBe(true);
  });

  it('lets a batch gather where nobody is in a hurry, unless it is full', async () => {
    const batches: (readonly number[])[] = [];
    const write = async (items: readonly number[]) => {
      batches.push(items);
      return items;
    };
    const group = new GroupCommit(write, 3, 20);
    const added = [group.add(1)];
    await setImmediate();
    added.push(group.add(2));
    await Promise.all(added);
    expect(batches).toEqual([[1, 2]]);
    const full = new GroupCommit(write, 3, 600_000);
    await Promise.all([3, 4, 5].map((item) => full.add(item)));
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('tells all of a batch that failed, and goes on with the next', async () => {
    const group = new GroupCommit<string, string>(async (items) => {
      if (items.includes('bad')) throw new Error('no');
      return items;
    });
    expect((await Promise.allSettled([group.add('a'), group.add('bad')])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    expect(await group.add('b')).toBe('b');
  });
});

describe('GroupCommits', () => {
  it('never writes items of two owners together', async () => {
    const written: [string, readonly number[]][] = [];
    const groups = new GroupCommits<number, null>(async (owner, items) => {
      written.push([owner, items]);
      return items.map(() => null);
    });
    await Promise.all([groups.add('a', 1), groups.add('b', 2), groups.add('a', 3)]);
    await groups.idle();
    expect(written).toEqual([
      ['a', [1, 3]],
      ['b', [2]],
    ]);
  });
});
