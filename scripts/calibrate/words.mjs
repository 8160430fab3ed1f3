// Names, places and days out of a seed: nobody that is, and nobody twice but by chance.
import { randomOf } from '../samples/numbers.mjs';

const SYLLABLES =
  'ba bren cor dal den el far fen gor hal hul kar kel lan lor mar mel mon nor ol pel per ran ros sal sel tan tor ul val ver vin wal wes'.split(
    ' ',
  );

/** A source of choices that are the same in every run. */
export function choicesOf(seed) {
  const random = randomOf(seed * 2_654_435_761);
  for (let n = 0; n < 5; n++) random();
  const upTo = (count) => Math.floor(random() * count);
  const one = (list) => list[upTo(list.length)];
  const chance = (share) => random() < share;
  const digits = (count) => Array.from({ length: count }, () => upTo(10)).join('');
  const name = () => {
    const text = Array.from({ length: 2 + upTo(2) }, () => one(SYLLABLES)).join('');
    return text[0].toUpperCase() + text.slice(1);
  };
  return { random, upTo, one, chance, digits, name };
}

const LANGUAGES = {
  en: {
    forms: ['Ltd', 'Inc.', 'LLC', 'plc', ''],
    trades: ['Supplies', 'Engineering', 'Foods', 'Consulting', 'Logistics', 'Studios'],
    street: (c) => `${1 + c.upTo(250)} ${c.name()} ${c.one(['Street', 'Road', 'Avenue', 'Lane'])}`,
    town: (c) => `${c.name()} ${c.one(['EX4 2AB', 'NW3 7QT', 'LS1 9ZZ', 'CB2 1TN'])}`,
  },
  de: {
    forms: ['GmbH', 'AG', 'KG', 'GmbH & Co. KG', 'e.K.'],
    trades: ['Technik', 'Handel', 'Logistik', 'Bau', 'Druckerei', 'Beratung'],
    street: (c) => `${c.name()}${c.one(['straße', 'weg', 'gasse', 'platz'])} ${1 + c.upTo(250)}`,
    town: (c) => `${c.digits(5)} ${c.name()}`,
  },
  fr: {
    forms: ['SARL', 'SAS', 'SA', 'EURL'],
    trades: ['Mobilier', 'Services', 'Conseil', 'Transports', 'Imprimerie'],
    street: (c) => `${1 + c.upTo(250)} ${c.one(['rue', 'avenue', 'boulevard'])} ${c.name()}`,
    town: (c) => `${c.digits(5)} ${c.name()}`,
  },
  es: {
    forms: ['S.L.', 'S.A.', 'S.L.U.'],
    trades: ['Suministros', 'Servicios', 'Transportes', 'Talleres', 'Consultores'],
    street: (c) => `${c.one(['Calle', 'Avenida', 'Plaza'])} ${c.name()}, ${1 + c.upTo(250)}`,
    town: (c) => `${c.digits(5)} ${c.name()}`,
  },
  it: {
    forms: ['S.r.l.', 'S.p.A.', 'S.n.c.'],
    trades: ['Forniture', 'Servizi', 'Trasporti', 'Officine', 'Tipografia'],
    street: (c) => `${c.one(['Via', 'Viale', 'Corso'])} ${c.name()}, ${1 + c.upTo(250)}`,
    town: (c) => `${c.digits(5)} ${c.name()}`,
  },
};

export const companyOf = (c, language) => {
  const { forms, trades } = LANGUAGES[language];
  return [c.name(), c.chance(0.6) ? c.one(trades) : c.name(), c.one(forms)].filter(Boolean).join(' ');
};
export const addressOf = (c, language) => [LANGUAGES[language].street(c), LANGUAGES[language].town(c)];
export const personOf = (c) => `${c.name()} ${c.name()}`;

const MONTHS = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
};
const two = (n) => String(n).padStart(2, '0');

/** A day as ISO has it, and as documents of a language print it; the form is the same for all days of a document. */
export function daysOf(c, language) {
  const names = MONTHS[language].split(' ');
  const forms = [
    (y, m, d) => `${two(d)}/${two(m)}/${y}`,
    (y, m, d) => `${two(d)}.${two(m)}.${y}`,
    (y, m, d) => `${d} ${language === 'es' ? 'de ' : ''}${names[m - 1]} ${language === 'es' ? 'de ' : ''}${y}`,
    (y, m, d) => `${y}-${two(m)}-${two(d)}`,
    (y, m, d) => `${two(d)}/${two(m)}/${String(y).slice(2)}`,
    ...(language === 'en'
      ? [(y, m, d) => `${names[m - 1]} ${d}, ${y}`, (y, m, d) => `${names[m - 1].slice(0, 3)} ${d}, ${y}`]
      : []),
  ];
  const form = c.one(forms);
  const start = Date.UTC(2019 + c.upTo(7), c.upTo(12), 1 + c.upTo(28));
  return (offset) => {
    const date = new Date(start + offset * 86_400_000);
    const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    return { iso: date.toISOString().slice(0, 10), printed: form(...parts), parts };
  };
}
