import { describe, expect, it } from 'vitest';
import { parseTsv } from './tsv.js';

const HEADER = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';

describe('parseTsv', () => {
  it('takes words with boxes and confidences, and nothing else', () => {
    const rows = [
      HEADER,
      '4\t1\t1\t1\t1\t0\t10\t20\t90\t12\t-1\t',
      '5\t1\t1\t1\t1\t1\t10\t20\t40\t12\t96.5\tTotal',
      '5\t1\t1\t1\t1\t2\t60\t20\t5\t12\t95\t ',
      '5\t1\t1\t1\t1\t3\t70\t20\t30\t12\t-1\t9.90',
    ];
    expect(parseTsv(rows.join('\n'))).toEqual([
      { text: 'Total', direction: 0, confidence: 0.965, rect: { left: 10, top: 20, right: 50, bottom: 32 } },
      { text: '9.90', direction: 0, confidence: 0, rect: { left: 70, top: 20, right: 100, bottom: 32 } },
    ]);
  });
  it.each(['', HEADER, '5\tbroken', '5\t1\t1\t1\t1\t1\tx\t20\t40\t12\t96\tTotal'])('takes no words from %j', (tsv) =>
    expect(parseTsv(tsv)).toEqual([]),
  );
});
