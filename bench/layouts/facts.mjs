// The facts of a made-up invoice: who, when, what, how much. Amounts are whole cents, so that they add up.
import { amount, iban, randomOf } from '../../scripts/samples/numbers.mjs';
import { VOCABULARY } from './vocabulary.mjs';
import { WORLD } from './world.mjs';

/** Choices from a seed: the same seed makes the same invoice. */
export function choices(seed) {
  const random = randomOf(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995);
  for (let warm = 0; warm < 9; warm++) random();
  const pick = (list) => list[Math.floor(random() * list.length)];
  return {
    random,
    pick,
    chance: (share) => random() < share,
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
    shuffled: (list) =>
      list
        .map((one) => [random(), one])
        .sort((a, b) => a[0] - b[0])
        .map(([, one]) => one),
  };
}

/** What varies, each with its values; the report has a line for every one of them. */
const AXES = {
  language: Object.keys(VOCABULARY),
  header: ['inline', 'beside', 'right column', 'above', 'boxes', 'title'],
  seller: ['top left', 'top right', 'centred', 'sender line', 'footer only', 'labelled'],
  buyer: ['window', 'label above', 'label beside', 'two columns', 'with delivery'],
  table: ['plain', 'wrapped', 'two-line header', 'no quantity', 'wide', 'pages', 'with units'],
  totals: ['right', 'box', 'row of headings', 'two rates', 'under the table', 'left text'],
  money: ['usual', 'usual', 'discount', 'shipping', 'no tax', 'credit', 'credit negative', 'prepaid'],
};

const NUMBERS = {
  en: [{ group: ',', decimal: '.' }],
  de: [{ group: '.', decimal: ',' }],
  fr: [
    { group: ' ', decimal: ',' },
    { group: '\u00a0', decimal: ',' },
  ],
  es: [{ group: '.', decimal: ',' }],
  it: [{ group: '.', decimal: ',' }],
  pt: [
    { group: '.', decimal: ',' },
    { group: ' ', decimal: ',' },
  ],
  nl: [{ group: '.', decimal: ',' }],
};
const SWISS = { group: "'", decimal: '.' };
const SIGNS = { EUR: '€', GBP: '£', USD: '$', CHF: 'CHF' };

function writeDate(style, { months, at }, [year, month, day]) {
  const two = (number) => String(number).padStart(2, '0');
  const forms = {
    dots: `${two(day)}.${two(month)}.${year}`,
    short: `${day}.${month}.${String(year).slice(2)}`,
    slashes: `${two(day)}/${two(month)}/${year}`,
    dashes: `${two(day)}-${two(month)}-${year}`,
    iso: `${year}-${two(month)}-${two(day)}`,
    words: at === 'de' ? `${day} de ${months[month - 1]} de ${year}` : `${day} ${months[month - 1]} ${year}`,
    german: `${day}. ${months[month - 1]} ${year}`,
    american: `${months[month - 1]} ${day}, ${year}`,
  };
  return forms[style];
}
const DATE_STYLES = {
  en: ['words', 'slashes', 'iso', 'american', 'dashes'],
  de: ['dots', 'dots', 'german', 'short', 'iso'],
  fr: ['slashes', 'words', 'dots'],
  es: ['slashes', 'words', 'dashes'],
  it: ['slashes', 'words', 'dots'],
  pt: ['dashes', 'words', 'slashes', 'iso'],
  nl: ['dashes', 'words', 'dots', 'slashes'],
};

const NUMBER_FORMS = [
  ({ between }) => `${between(10000, 999999)}`,
  ({ between }) => `2025-${between(100, 9999)}`,
  ({ between, pick }) =>
    `${pick(['INV', 'RE', 'F', 'FT', 'R'])}-${between(2023, 2026)}-${String(between(1, 999)).padStart(4, '0')}`,
  ({ between, pick }) => `${pick(['A', 'B', 'FC', 'VF'])}${between(100000, 999999)}`,
  ({ between }) => `${between(1, 900)}/2025`,
  ({ between, pick }) => `${pick(['FT', 'RG', 'FA'])} ${between(2024, 2026)}/${between(1, 500)}`,
  ({ between }) => `25/${between(1000, 9999)}-${between(1, 9)}`,
];

function partiesOf({ pick, shuffled, between, chance }, language) {
  const { names, streets, towns, country } = WORLD[language];
  const [seller, buyer] = shuffled(names);
  const [street, other] = shuffled(streets);
  const person = chance(0.2) ? pick(['Eva Lindgren', 'Thomas Berger', 'Marie Carpentier', 'Paula Ortega']) : null;
  const host = seller
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z]+/g, '')
    .slice(0, 14);
  return {
    seller: {
      name: seller,
      lines: [street, pick(towns), ...(chance(0.3) ? [country] : [])],
      phone: `+00 ${between(100, 999)} ${between(10000, 99999)}`,
      mail: `office@${host}.example`,
    },
    buyer: { name: person ?? buyer, lines: [other, pick(towns)] },
  };
}

function linesOf({ pick, between, chance, shuffled }, axes, language, money) {
  const count = axes.table === 'pages' ? between(34, 60) : between(1, 7);
  const { goods, rates } = WORLD[language];
  const names = shuffled(goods);
  return Array.from({ length: count }, (_, index) => {
    const quantity = axes.table === 'no quantity' ? 1 : pick([1, 1, 2, 3, 5, 10, 24]);
    const price = between(150, chance(0.2) ? 180000 : 19000);
    const discount = axes.table === 'wide' && chance(0.4) ? pick([5, 10]) : 0;
    const rate = axes.totals === 'two rates' && money !== 'no tax' ? rates[index % 2] : rates[0];
    return {
      text: names[index % names.length],
      more: axes.table === 'wrapped',
      code: `${pick(['A', 'K', 'ZX'])}-${between(100, 9999)}`,
      quantity,
      price,
      discount,
      rate,
      amount: Math.round((quantity * price * (100 - discount)) / 100),
    };
  });
}

function sumsOf(lines, { pick }, money) {
  const goods = lines.reduce((sum, { amount: own }) => sum + own, 0);
  const rebate = money === 'discount' ? Math.round(goods * pick([0.03, 0.05, 0.1])) : 0;
  const shipping = money === 'shipping' ? pick([490, 1250, 3900]) : 0;
  const main = lines[0]?.rate ?? 0;
  const byRate = new Map();
  for (const { rate, amount: own } of lines) byRate.set(rate, (byRate.get(rate) ?? 0) + own);
  byRate.set(main, (byRate.get(main) ?? 0) - rebate + shipping);
  const taxes =
    money === 'no tax' ? [] : [...byRate].map(([rate, base]) => ({ rate, base, tax: Math.round((base * rate) / 100) }));
  const net = goods - rebate + shipping;
  const tax = taxes.reduce((sum, one) => sum + one.tax, 0);
  return {
    goods,
    rebate,
    shipping,
    net,
    taxes,
    tax,
    total: net + tax,
    paid: money === 'prepaid' ? Math.round((net + tax) * 0.3) : 0,
  };
}

const iso = ([year, month, day]) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** Everything about one invoice, without its looks. */
export function factsOf(seed) {
  const by = choices(seed);
  const axes = Object.fromEntries(Object.entries(AXES).map(([axis, values]) => [axis, by.pick(values)]));
  const { language } = axes;
  const words = VOCABULARY[language];
  const currency = by.pick(WORLD[language].currency);
  const format = currency === 'CHF' ? SWISS : by.pick(NUMBERS[language]);
  const style =
    currency === 'CHF' ? 'code before' : by.pick(['sign after', 'sign before', 'none', 'code after', 'none']);
  const lines = linesOf(by, axes, language, axes.money);
  const sums = sumsOf(lines, by, axes.money);
  const sign = axes.money === 'credit negative' ? -1 : 1;
  const issued = [2025, by.between(1, 11), by.between(1, 28)];
  const due = [2025, issued[1] + 1, issued[2]];
  const dateStyle = by.pick(DATE_STYLES[language]);
  const [country, account] = WORLD[language].iban;
  const own = {
    number: by.pick(NUMBER_FORMS)(by),
    iban: iban(country, account),
    taxId: WORLD[language].taxId(),
    order: `${by.between(40000, 99999)}`,
    customer: `${by.between(1000, 89999)}`,
  };
  const money = (cents, { bare = false } = {}) => {
    const plain = amount(sign * cents, format);
    if (bare || style === 'none') return plain;
    const mark = style.startsWith('sign') ? SIGNS[currency] : currency;
    return style.endsWith('after')
      ? `${plain} ${mark}`
      : style === 'sign before' && currency !== 'EUR'
        ? `${mark}${plain}`
        : `${mark} ${plain}`;
  };
  return {
    seed,
    by,
    axes,
    words,
    currency,
    style,
    lines,
    sums,
    ...partiesOf(by, language),
    ...own,
    isCredit: axes.money.startsWith('credit'),
    date: writeDate(dateStyle, words, issued),
    dueDate: writeDate(dateStyle, words, due),
    deliveryDate: writeDate(dateStyle, words, [2025, issued[1], Math.max(1, issued[2] - 3)]),
    issued: iso(issued),
    due: iso(due),
    money,
    plain: (cents) => amount(sign * cents, format),
    sign,
  };
}
