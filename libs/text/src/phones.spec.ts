import { describe, expect, it } from 'vitest';
import { findPhones } from './phones.js';

describe('findPhones', () => {
  it.each([
    ['Call +49 30 901820 now', undefined, [['+49 30 901820', '+4930901820', 'DE']]],
    ['Tel. (212) 555-0187', 'US', [['(212) 555-0187', '+12125550187', 'US']]],
    ['020 7946 0958', 'gb', [['020 7946 0958', '+442079460958', 'GB']]],
    ['020 7946 0958', undefined, []],
    ['Order 123456789012345678', 'US', []],
    ['on 2019-03-12', 'US', []],
  ])('%s in %s', (text, region, phones) => {
    expect(
      findPhones(text, region).map((phone) => [text.slice(phone.start, phone.end), phone.e164, phone.country]),
    ).toEqual(phones);
  });
});
