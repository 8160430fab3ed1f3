import { describe, expect, it } from 'vitest';
import {
  isAbaRouting,
  isAhv,
  isBsn,
  isCodiceFiscale,
  isCpf,
  isDni,
  isIban,
  isLuhn,
  isNhsNumber,
  isNir,
  isPersonnummer,
  isPesel,
  isSteuerId,
  isUsSsn,
  isVerhoeff,
} from './checksums.js';

/** Published specimen numbers, and each of them with one digit or letter changed. */
const CASES: readonly (readonly [(text: string) => boolean, string, string])[] = [
  [isLuhn, '4111 1111 1111 1111', '4111 1111 1111 1112'],
  [isIban, 'DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 01'],
  [isIban, 'GB29 NWBK 6016 1331 9268 19', 'GB29 NWBK 6016 1331 9268 1'],
  [isVerhoeff, '2363', '2364'],
  [isUsSsn, '219-09-9999', '666-09-9999'],
  [isAbaRouting, '021000021', '021000022'],
  [isNhsNumber, '943 476 5919', '943 476 5918'],
  [isSteuerId, '86095742719', '86095742718'],
  [isNir, '2 55 08 14 168 025 38', '2 55 08 14 168 025 39'],
  [isDni, '12345678Z', '12345678A'],
  [isDni, 'X1234567L', 'Y1234567L'],
  [isCodiceFiscale, 'RSSMRA85T10A562S', 'RSSMRA85T10A562T'],
  [isCpf, '529.982.247-25', '529.982.247-24'],
  [isCpf, '111.444.777-35', '111.111.111-11'],
  [isBsn, '111222333', '111222334'],
  [isPesel, '44051401359', '44051401358'],
  [isAhv, '756.9217.0769.85', '756.9217.0769.86'],
  [isPersonnummer, '811228-9874', '811228-9873'],
];

describe('checksums', () => {
  it.each(CASES)('%o takes %s and refuses %s', (check, right, wrong) => {
    expect(check(right)).toBe(true);
    expect(check(wrong)).toBe(false);
  });
});
