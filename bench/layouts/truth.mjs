// What the service should answer for a made-up invoice, and whether it did.
import { decimal } from '../../scripts/samples/numbers.mjs';

export function truthOf({ axes, number, issued, due, seller, buyer, taxId, currency, sums, iban, lines, sign, shows }) {
  const signed = (cents) => decimal(sign * cents);
  return {
    invoiceNumber: [number],
    issueDate: [issued],
    dueDate: shows.due ? [due] : null,
    vendorName: [seller.name],
    customerName: [buyer.name],
    vendorTaxId: [taxId],
    currency: shows.currency ? [currency] : null,
    // Before and after discount and freight: both are called a subtotal.
    subtotal: axes.money === 'no tax' && !shows.subtotal ? null : [signed(sums.net), signed(sums.goods)],
    totalTax: axes.money === 'no tax' ? null : [signed(sums.tax)],
    total: [signed(sums.total)],
    iban: shows.iban ? [iban] : null,
    lines: lines.map((line) => ({ amount: signed(line.amount), description: line.text })),
  };
}

const plain = (text) =>
  String(text ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
const sameNumber = (a, b) => Math.abs(Number(a) - Number(b)) < 0.005;
const MONEY = new Set(['subtotal', 'totalTax', 'total']);

const same = (name, value, truth) => (MONEY.has(name) ? sameNumber(value, truth) : plain(value) === plain(truth));

/** [field, right, got, truth] for each field that the page tells, and three for the line items. */
export function judge(truth, fields) {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const { lines, ...scalars } = truth;
  const checks = Object.entries(scalars).flatMap(([name, accepted]) => {
    if (accepted === null) return [];
    const got = byName.get(name)?.value ?? null;
    return [[name, got !== null && accepted.some((value) => same(name, got, value)), got, accepted]];
  });
  const rows = (byName.get('lineItems')?.items ?? []).map(
    (item) => new Map(item.fields.map((field) => [field.name, field.value])),
  );
  const amounts = rows.map((row) => row.get('amount')).filter((value) => value !== null && value !== undefined);
  const sorted = (list) =>
    list
      .map(Number)
      .sort((a, b) => a - b)
      .join(' ');
  const described = lines.filter((line, index) =>
    plain(rows[index]?.get('description')).startsWith(plain(line.description)),
  );
  return [
    ...checks,
    ['lineItems.count', rows.length === lines.length, rows.length, lines.length],
    [
      'lineItems.amounts',
      sorted(amounts) === sorted(lines.map((line) => line.amount)),
      amounts.slice(0, 8),
      lines.map((line) => line.amount).slice(0, 8),
    ],
    [
      'lineItems.descriptions',
      described.length === lines.length,
      rows.slice(0, 4).map((row) => row.get('description')),
      lines.slice(0, 4).map((line) => line.description),
    ],
  ];
}
