import { describe, expect, it } from 'vitest';
import { settleLookAlikes } from './confusions.js';

describe('settleLookAlikes', () => {
  it.each([
    ['T0TAL', 'TOTAL'],
    ['G00DS', 'GOODS'],
    ['(G00DS):', '(GOODS):'],
    ['t0tal', 'total'],
    ['1O.00', '10.00'],
    ['O.00', '0.00'],
    ['l2/O5/2024', '12/05/2024'],
    ['RM1O.50', 'RM10.50'],
    ['A0B1', 'A0B1'],
    ['MO26588', 'MO26588'],
    ['C0', 'C0'],
    ['1Oth', '1Oth'],
    ['Oil', 'Oil'],
    ['I', 'I'],
  ])('%s becomes %s', (word, settled) => expect(settleLookAlikes(word)).toBe(settled));
});
