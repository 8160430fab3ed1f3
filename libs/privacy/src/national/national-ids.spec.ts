import { describe, expect, it } from 'vitest';
import { growth, MOST_GROWTH } from '../../../../test/support/growth.js';
import { isSteuerId } from '../checksums.js';
import { detectPii } from '../detect-pii.js';
import { EUROPE } from './europe.js';
import * as lettered from './lettered.js';
import { OVERSEAS } from './overseas.js';

/** Specimens that authorities print, and numbers made by the formula; a word that stands beside them. */
const NUMBERS: readonly (readonly [subtype: string, country: string, number: string, context: string])[] = [
  ['nif', 'PT', '123456789', 'Contribuinte'],
  ['national-register', 'BE', '85073003328', 'Rijksregisternummer'],
  ['svnr', 'AT', '1237010180', 'SVNR'],
  ['steuer-id', 'DE', '36574261809', 'Steuer-ID'],
  ['cpr', 'DK', '2110625629', 'CPR'],
  ['fodselsnummer', 'NO', '01010750160', 'Fødselsnummer'],
  ['birth-number', 'CZ', '7103192745', 'Rodné číslo'],
  ['cnp', 'RO', '1630615123457', 'CNP'],
  ['egn', 'BG', '7523169263', 'ЕГН'],
  ['oib', 'HR', '33392005961', 'OIB'],
  ['personal-code', 'EE', '36805280109', 'Isikukood'],
  ['kimlik', 'TR', '17291716060', 'T.C. Kimlik No'],
  ['amka', 'GR', '01013099997', 'ΑΜΚΑ'],
  ['itin', 'US', '912903456', 'ITIN'],
  ['sin', 'CA', '123456782', 'Social Insurance Number'],
  ['tfn', 'AU', '123456782', 'Tax File Number'],
  ['medicare', 'AU', '2123456701', 'Medicare'],
  ['ird', 'NZ', '136410132', 'IRD number'],
  ['id', 'ZA', '7503305044089', 'ID number'],
  ['resident-number', 'KR', '9710139019902', '주민등록번호'],
  ['id', 'IL', '039337423', 'תעודת זהות'],
  ['cuit', 'AR', '20055361682', 'CUIT'],
];
const IDS = [...EUROPE, ...OVERSEAS];
const idOf = (subtype: string, country: string) => IDS.find((id) => id.subtype === subtype && id.country === country)!;

const found = (text: string) =>
  detectPii(text, { types: ['NATIONAL_ID', 'PASSPORT'] }).map(
    ({ country, subtype, start, end }) => `${country}/${subtype}=${text.slice(start, end)}`,
  );
/** The same with one digit raised. */
const broken = (text: string, at: number): string =>
  text.slice(0, at) + String((Number(text[at]) + 1) % 10) + text.slice(at + 1);

describe('ids of digits', () => {
  it('have a case each', () => {
    expect(IDS.map(({ country, subtype }) => `${country} ${subtype}`).toSorted()).toEqual(
      NUMBERS.map(([subtype, country]) => `${country} ${subtype}`).toSorted(),
    );
  });

  it.each(NUMBERS)(
    '%s of %s: %s is one beside its word, and none without it or with a wrong digit',
    (subtype, country, number, context) => {
      const { isValid } = idOf(subtype, country);
      expect(isValid(number)).toBe(true);
      expect(found(`${context}: ${number}.`)).toEqual([`${country}/${subtype}=${number}`]);
      expect(found(`Order ${number} was shipped.`)).toEqual([]);
      // The ITIN has no check digit: a middle pair that is not given out. The last of Medicare counts cards.
      const wrong = { itin: '912893456', medicare: broken(number, 8) }[subtype];
      expect(isValid(wrong ?? broken(number, number.length - 1))).toBe(false);
    },
  );

  it('pass a check digit by chance no more often than one does', () => {
    let state = 7;
    const random = (digits: number): string =>
      Array.from({ length: digits }, () => {
        state = (state * 48_271) % 2_147_483_647;
        return state % 10;
      }).join('');
    for (const { subtype, country, digits, isValid } of IDS) {
      const passed = Array.from({ length: 4_000 }, () => random(digits)).filter(isValid).length;
      expect(passed / 4_000, `${country} ${subtype}`).toBeLessThan(0.13);
    }
  });

  it.each([
    ['85.07.30-033.28', 'BE/national-register'],
    ['211062-5629', 'DK/cpr'],
    ['710319/2745', 'CZ/birth-number'],
    ['912-90-3456', 'US/itin'],
    ['971013-9019902', 'KR/resident-number'],
    ['20-05536168-2', 'AR/cuit'],
  ])('as %s need no word', (number, id) => {
    expect(found(`It is ${number} now`)).toEqual([`${id}=${number}`]);
  });

  it('are read with gaps, and not out of longer numbers', () => {
    expect(found('CPR-nummer 211062 5629, tak')).toEqual(['DK/cpr=211062 5629']);
    expect(found('OIB 33392005961-7')).toEqual([]);
    expect(found('SIN 123 456 782')).toEqual(['CA/sin=123 456 782']);
  });
});

describe('ids with letters', () => {
  it.each([
    [lettered.isDeCardNumber, 'T220001293', 'T220001294'],
    [lettered.isDeRvnr, '15070649C103', '15070649C104'],
    [lettered.isFiHetu, '131052-308T', '131052-308U'],
    [lettered.isIePps, '6433435F', '6433435E'],
    [lettered.isIePps, '6433435OA', '6433435FA'],
    [lettered.isSgNric, 'S1234567D', 'S1234567E'],
    [lettered.isSgNric, 'T1234567J', 'T1234567D'],
    [lettered.isCnResident, '11010519491231002X', '110105194912310021'],
    [lettered.isMxCurp, 'BOXW310820HNERXN09', 'BOXW310820HNERXN08'],
    [lettered.isClRut, '12.531.909-2', '12.531.909-3'],
    [lettered.isCnpj, '16.727.230/0001-97', '16.727.230/0001-98'],
    [lettered.isCnpj, '12.ABC.345/01DE-35', '12.ABC.345/01DE-36'],
    [
      lettered.isPassportLine,
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<11',
    ],
    [isSteuerId, '36574261809', '36574261808'],
    [isSteuerId, '86095742719', '11111111119'],
  ])('%o takes %s and refuses %s', (check, right, wrong) => {
    expect([check(right), check(wrong)]).toEqual([true, false]);
  });

  it.each([
    ['Personalausweis Nr. T220001293', 'DE/identity-card=T220001293'],
    ['Rentenversicherungsnummer 15 070649 C 103', 'DE/rvnr=15 070649 C 103'],
    ['Hänen hetunsa on 131052-308T.', 'FI/hetu=131052-308T'],
    ['PPS number: 6433435F', 'IE/pps=6433435F'],
    ['my NRIC S1234567D', 'SG/nric=S1234567D'],
    ['身份证 11010519491231002X', 'CN/resident-id=11010519491231002X'],
    ['CURP BOXW310820HNERXN09', 'MX/curp=BOXW310820HNERXN09'],
    ['RUT 12.531.909-2', 'CL/rut=12.531.909-2'],
    ['CNPJ 16.727.230/0001-97', 'BR/cnpj=16.727.230/0001-97'],
    ['codice fiscale RSSMRA85T10A562S', 'IT/codice-fiscale=RSSMRA85T10A562S'],
    ['NIR 1 84 12 2A 451 089 33', 'FR/nir=1 84 12 2A 451 089 33'],
  ])('are found in %j', (text, id) => {
    expect(found(text)).toEqual([id]);
  });

  it('say what kind they are of, and nothing else does', () => {
    expect(detectPii('BSN 111222333')[0]).toMatchObject({ country: 'NL', subtype: 'bsn' });
    expect(detectPii('a@example.org')[0]).not.toHaveProperty('country');
  });
});

it('looks through rows of numbers in time that grows with them', () => {
  const text = (times: number) => '123 456 782 85.07.30-033.28 2110625629-33392005961 '.repeat(times);
  expect(growth((times) => detectPii(text(times)), 20)).toBeLessThan(MOST_GROWTH);
});
