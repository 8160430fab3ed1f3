import { describe, expect, it } from 'vitest';
import { bombs } from './bombs/index.mjs';
import { breachesOf, percentile, reportOf } from './verdict.mjs';

const row = (change: object = {}) => ({
  name: 'a.zip',
  family: 'archives',
  code: 'partial',
  seconds: 1,
  megabytes: 90,
  ...change,
});
const result = (change: object = {}) => ({
  bombs: [row()],
  files: [],
  largest: { megabytes: 90, names: ['f'] },
  wanted: { bombs: 1, files: 0 },
  services: 1,
  isReady: true,
  isSettled: true,
  escaped: [],
  peaks: { service: 100, reader: 90 },
  readers: 2,
  normal: { before: [0.1], meanwhile: [0.2] },
  documents: [['partial', 1]],
  ...change,
});
const file = (change: object) => ({ files: [row({ name: 'f', ...change })], wanted: { bombs: 1, files: 1 } });

describe('the verdict over a run', () => {
  it('finds no breach where all is well', () => expect(breachesOf(result())).toEqual([]));

  it.each<[object, string]>([
    [{ bombs: [], wanted: { bombs: 1, files: 0 } }, '0 of 1 bombs were sent'],
    [{ bombs: [], wanted: { bombs: 0, files: 0 } }, 'nothing was sent'],
    [{ wanted: { bombs: 1, files: 3 } }, '0 of 3 files were sent'],
    [{ services: 2 }, 'the service was 2 processes, one after the other'],
    [{ isReady: false }, 'the service is not ready afterwards'],
    [{ isSettled: false }, 'documents are still under way'],
    [{ escaped: ['/tmp/slip'] }, '/tmp/slip was written'],
    [{ bombs: [row({ code: 'stuck' })] }, 'a.zip: stuck'],
    [{ bombs: [row({ code: 'failed:internal_error' })] }, 'a.zip: failed:internal_error'],
    [{ bombs: [row({ code: 'broken:ECONNRESET' })] }, 'a.zip: broken:ECONNRESET'],
    [{ bombs: [row({ megabytes: 600 })] }, 'a.zip: 600 MB'],
    [
      { largest: { megabytes: 700, names: ['f', 'g'] } },
      'a reading process took 700 MB while one of these was read: f, g',
    ],
    [{ bombs: [row({ seconds: 2.5 })] }, 'a.zip: 2.5 s'],
    [{ bombs: [row({ leak: 'a file' })] }, 'a.zip: shows a file'],
    [
      { bombs: [row({ code: 'failed:reading_timeout' })] },
      'a.zip: its process had to be ended (failed:reading_timeout)',
    ],
    [file({ seconds: 21 }), 'f: 21.0 s'],
  ])('of %j is that', (change, breach) => expect(breachesOf(result(change))).toContain(breach));

  it('lets files of other people take longer than bombs, and fail with a code', () =>
    expect(breachesOf(result(file({ seconds: 19, code: 'failed:corrupt_document' })))).toEqual([]));

  it('lets a bomb that only the sandbox can hold end with its process', () => {
    const bomb = { code: 'failed:reading_out_of_memory', needsSandbox: true, seconds: 9 };
    expect(breachesOf(result({ bombs: [row(bomb)] }))).toEqual([]);
    expect(breachesOf(result({ bombs: [row({ ...bomb, seconds: 30 })] }))).toEqual(['a.zip: 30.0 s']);
  });

  it('is said at the end of the report', () => {
    expect(reportOf(result(), []).at(-1)).toBe('no breach');
    expect(reportOf(result(), ['x']).slice(-2)).toEqual(['BREACH x', '1 breaches']);
  });

  it('counts percentiles', () => {
    expect(percentile([3, 1, 2], 95)).toBe(3);
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => index + 1),
        95,
      ),
    ).toBe(95);
    expect(percentile([], 95)).toBeNaN();
  });
});

describe('bombs', () => {
  it('have names of their own', () => expect(new Set(bombs.map(({ name }) => name)).size).toBe(bombs.length));
});
