import { describe, expect, it } from 'vitest';
import { judgeTextLayer } from './text-layer.js';

const layer = (text: string, unmapped = 0) => ({
  words: text
    .split(' ')
    .map((word) => ({ text: word, direction: 0 as const, rect: { left: 0, top: 0, right: 1, bottom: 1 } })),
  characters: text.replace(/ /g, '').length,
  unmapped,
});
const PROSE = 'This is an ordinary page with enough words on it to be judged by what they are made of.';

describe('judgeTextLayer', () => {
  it.each([
    ['prose', layer(PROSE), true, 'good'],
    ['nothing', layer(''), true, 'missing'],
    ['a stamp on a scan', layer('Page 1 of 2'), true, 'missing'],
    ['a short page without pictures', layer('Page 1 of 2'), false, 'good'],
    ['fonts without a mapping', layer(PROSE, 30), false, 'garbage'],
    ['symbols instead of letters', layer('!"#$ %&/( )=?* +~#: ;><| '.repeat(5).trim()), false, 'garbage'],
    [
      'dot leaders',
      layer('Chapter one ...................................................................... 12'),
      false,
      'good',
    ],
    [
      'Chinese',
      layer('这是一页普通的文字用来测试判断是否正确这是一页普通的文字用来测试判断是否正确这是一页普通的文字'),
      true,
      'good',
    ],
  ])('%s', (_, page, hasPicture, verdict) => expect(judgeTextLayer(page, hasPicture)).toBe(verdict));
});
