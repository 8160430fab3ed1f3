import { expect, it } from 'vitest';
import { csvOf } from './csv.js';

it.each([
  ['invoice', 'invoice'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-2+3+cmd', "'-2+3+cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', `"'\t'=1"`],
  ['\r=1,2', '"\'\r=1,2"'],
  ['\uFF1D1', "'\uFF1D1"],
  ['a;b', '"a;b"'],
  ['x;=1+1', `"x;'=1+1"`],
  ['x;" =1', `"x;"" '=1"`],
  ['x\t@SUM(A1)', `"x\t'@SUM(A1)"`],
  ['-0.5', '-0.5'],
  [-1, '-1'],
  [null, ''],
])('writes %j as %j', (key, line) => expect(csvOf(['key', 'n'], [{ key, n: 1 }])).toBe(`key,n\r\n${line},1\r\n`));
