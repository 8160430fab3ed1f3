/** Makes invented business papers: senders with a letterhead each, kinds of paper, and values that differ from paper to paper. */

const NAMES = [
  'Larkspur',
  'Quill',
  'Amsel',
  'Rovere',
  'Olmo',
  'Tarn',
  'Birke',
  'Pinède',
  'Sable',
  'Corvo',
  'Fennel',
  'Wren',
];
const TRADES = ['Tools Ltd', 'Bakery GmbH', 'Logistics SARL', 'Energy plc', 'Facilities Ltd', 'Instruments AG'];
const PEOPLE = [
  'Anna Keller',
  'Tom Brooks',
  'Lucía Prado',
  'Jean Morel',
  'Ida Lund',
  'Paolo Greco',
  'Rui Matos',
  'Eva Horn',
];
const GOODS = [
  'hinge',
  'valve',
  'bracket',
  'filter',
  'lamp',
  'cable',
  'pallet',
  'sensor',
  'gasket',
  'handle',
  'pump',
  'roller',
];
const STREETS = ['Mill Lane', 'Harbour Road', 'Lindenweg', 'Rue du Port', 'Via Lunga', 'Calle Mayor', 'High Street'];

/** Numbers that look random and are the same in every run (Marsaglia 2003, xorshift). */
export function randomOf(seed: number): (below: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const pick = <T>(random: (below: number) => number, values: readonly [T, ...T[]] | readonly T[]): T =>
  values[random(values.length)] as T;

/** Kinds of paper that one sender writes; `type` is what it is taken for. */
export const KINDS = [
  {
    type: 'invoice',
    title: 'INVOICE',
    labels: ['Invoice no', 'Invoice date', 'Due date', 'Customer no'],
    columns: 'Description   Quantity   Unit price   Amount',
    foot: ['Subtotal', 'VAT 20 %', 'Amount due'],
    priced: true,
  },
  {
    type: 'delivery_note',
    title: 'DELIVERY NOTE',
    labels: ['Delivery note no', 'Delivery date', 'Order no', 'Customer no'],
    columns: 'Description   Qty ordered   Qty shipped   Packages',
    foot: ['Gross weight', 'Received by', 'Received in good condition'],
    priced: false,
  },
  {
    type: 'inspection_protocol',
    title: 'INSPECTION PROTOCOL',
    labels: ['Protocol no', 'Inspected on', 'Site', 'Inspector'],
    columns: 'Component   Condition   Measured   Remark',
    foot: ['Defects found', 'Next inspection', 'Signature of the inspector'],
    priced: false,
  },
  {
    type: 'meter_exchange',
    title: 'METER EXCHANGE FORM',
    labels: ['Form no', 'Exchanged on', 'Site', 'Technician'],
    columns: 'Meter   Old reading   New reading   Seal',
    foot: ['Meters removed', 'Meters fitted', 'Signature of the technician'],
    priced: false,
  },
] as const;

export type PaperKind = (typeof KINDS)[number]['type'];

/** A paper of a sender (0 and up): the same letterhead and form, other values for each `number`. */
export function paper(sender: number, kind: PaperKind, number: number): string {
  const form = KINDS.find(({ type }) => type === kind) ?? KINDS[0];
  const house = randomOf(sender * 7919);
  const random = randomOf(sender * 104_729 + number * 613 + KINDS.indexOf(form) * 31);
  const company = `${pick(house, NAMES)} ${pick(house, TRADES)}`;
  const seat = `${pick(house, STREETS)} ${1 + house(90)}   Registered office no ${1000 + house(9000)}   Tel +44 20 ${house(9000)} ${house(9000)}`;
  const ours = [`Our reference: ${random(9999)}`, `Your contact: ${pick(random, PEOPLE)}`];
  const value = (label: string): string =>
    `${label}: ${label.includes('date') || label.endsWith(' on') ? date(random) : valueOf(label, random)}`;
  const [first, second, third, fourth] = form.labels.map(value);
  const rows = Array.from({ length: 2 + random(5) }, () => row(random, form.priced));
  return [
    company.toUpperCase(),
    seat,
    `${pick(random, PEOPLE)}   ${ours[0]}`,
    `${pick(random, STREETS)} ${1 + random(90)}   ${ours[1]}`,
    form.title,
    `${first}   ${second}`,
    `${third}   ${fourth}`,
    form.columns,
    ...rows,
    ...form.foot.map((label) => `${label}   ${form.priced ? amount(random) : random(40)}`),
    `Bank details: IBAN GB${house(90)} ${house(9999)}   Terms of business on our site`,
  ].join('\n');
}

const date = (random: (below: number) => number): string => `${1 + random(28)}.${1 + random(12)}.20${20 + random(7)}`;
const amount = (random: (below: number) => number): string => `${1 + random(900)}.${10 + random(89)}`;
const valueOf = (label: string, random: (below: number) => number): string =>
  /Inspector|Technician/.test(label)
    ? pick(random, PEOPLE)
    : label === 'Site'
      ? pick(random, STREETS)
      : String(1000 + random(90_000));
const row = (random: (below: number) => number, priced: boolean): string =>
  `${pick(random, NAMES)} ${pick(random, GOODS)}   ${1 + random(40)}   ${priced ? amount(random) : random(40)}   ${priced ? amount(random) : random(9)}`;
