// Sums below the table: beside their labels, in a box, under headings, in a sentence.
import { BOLD, put, REGULAR, rule } from '../../scripts/samples/pdf.mjs';

const right = { align: 'right' };

/** What comes off the goods and on top of them. */
function partRows(label, { rebate, shipping }) {
  return [...(rebate ? [[label('rebate'), -rebate]] : []), ...(shipping ? [[label('shipping'), shipping]] : [])];
}

function taxRows({ by, sums: { taxes }, axes }, tax) {
  if (axes.money === 'no tax') return by.chance(0.4) ? [[`${tax} 0 %`, 0]] : [];
  return taxes.map(({ rate, tax: own }) => {
    const isRated = taxes.length > 1 || by.chance(0.6);
    return [isRated ? `${tax} ${rate}${by.pick(['%', ' %'])}` : tax, own];
  });
}

/** Label and amount of each sum, the total last. */
function sumRows(facts) {
  const { words, by, sums, shows } = facts;
  const label = (key) => by.pick(words[key]);
  const isBefore = (sums.rebate > 0 || sums.shipping > 0) && by.chance(0.5);
  const subtotal = shows.subtotal ? [[label('subtotal'), isBefore ? sums.goods : sums.net]] : [];
  const parts = shows.subtotal && isBefore ? partRows(label, sums) : [];
  return [...subtotal, ...parts, ...taxRows(facts, label('tax')), [label('total'), sums.total]];
}

function stack(doc, facts, y, { x, labelWidth, valueWidth, boxed }) {
  const { by, money } = facts;
  const rows = sumRows(facts);
  const colon = by.pick(['', '', ':']);
  const side = by.pick(['left', 'right']);
  const currency = by.chance(0.3) ? ` ${facts.currency}` : '';
  if (boxed)
    doc
      .rect(x - 6, y - 4, labelWidth + valueWidth + 16, rows.length * 16 + 8)
      .lineWidth(0.6)
      .stroke();
  rows.forEach(([label, cents], index) => {
    const isLast = index === rows.length - 1;
    const style = { font: isLast ? BOLD : REGULAR, size: isLast ? 10 : 9 };
    put(doc, label + (isLast ? currency : '') + colon, x, y + index * 16, { ...style, width: labelWidth, align: side });
    put(doc, money(cents), x + labelWidth + 4, y + index * 16, { ...style, width: valueWidth, ...right });
  });
  return y + rows.length * 16 + 4;
}

/** A table of rates: base, rate, tax and gross, then the sums. */
function rates(doc, facts, y) {
  const { words, by, sums, plain } = facts;
  const heads = [by.pick(words.rate), by.pick(words.base), by.pick(words.tax)];
  heads.forEach((head, index) => put(doc, head, 50 + index * 85, y, { font: BOLD, size: 8, width: 80, ...right }));
  sums.taxes.forEach(({ rate, base, tax }, index) =>
    [`${rate} %`, plain(base), plain(tax)].forEach((text, column) =>
      put(doc, text, 50 + column * 85, y + 12 + index * 12, { size: 8, width: 80, ...right }),
    ),
  );
  return y + 16 + sums.taxes.length * 12;
}

function headings(doc, facts, y) {
  const { words, by, sums, money } = facts;
  const columns = [
    [by.pick(words.subtotal), sums.net],
    ...(sums.taxes.length > 0 ? [[by.pick(words.tax), sums.tax]] : []),
    [by.pick(words.total), sums.total],
  ];
  const width = 495 / columns.length;
  columns.forEach(([label, cents], index) => {
    put(doc, label, 50 + index * width, y, { font: BOLD, size: 9, width: width - 6, ...right });
    put(doc, money(cents), 50 + index * width, y + 14, { size: 10, width: width - 6, ...right });
  });
  return y + 32;
}

/** Answers the y below. */
export function drawTotals(doc, facts, y) {
  const { axes, by } = facts;
  let at = y;
  if (axes.totals === 'row of headings') at = headings(doc, facts, y);
  else if (axes.totals === 'two rates') {
    const beside = by.chance(0.5);
    const below = facts.sums.taxes.length > 0 ? rates(doc, facts, y) : y;
    at = Math.max(
      below,
      stack(doc, facts, beside ? y : below + 6, { x: 330, labelWidth: 120, valueWidth: 90, boxed: false }),
    );
  } else if (axes.totals === 'box')
    at = stack(doc, facts, y + 6, { x: 330, labelWidth: 110, valueWidth: 90, boxed: true }) + 8;
  else if (axes.totals === 'under the table')
    at = stack(doc, facts, y, { x: 50, labelWidth: 395, valueWidth: 92, boxed: false });
  else if (axes.totals === 'left text')
    at = stack(doc, facts, y, { x: 50, labelWidth: 170, valueWidth: 90, boxed: false });
  else at = stack(doc, facts, y, { x: 320, labelWidth: 120, valueWidth: 100, boxed: false });
  if (facts.sums.paid > 0) {
    const { money, sums } = facts;
    const paid = {
      en: ['Deposit paid', 'Balance due'],
      de: ['abzgl. Anzahlung', 'Restbetrag'],
      fr: ['Acompte versé', 'Reste à payer'],
      es: ['Anticipo', 'Saldo pendiente'],
      it: ['Acconto versato', 'Saldo'],
      pt: ['Adiantamento', 'Saldo a pagar'],
      nl: ['Aanbetaling', 'Nog te betalen'],
    }[axes.language];
    put(doc, paid[0], 320, at, { size: 9 });
    put(doc, money(-sums.paid), 445, at, { size: 9, width: 95, ...right });
    put(doc, paid[1], 320, at + 15, { font: BOLD, size: 9 });
    put(doc, money(sums.total - sums.paid), 445, at + 15, { font: BOLD, size: 9, width: 95, ...right });
    rule(doc, 320, at + 28, 545, 0.3);
    at += 32;
  }
  return at;
}
