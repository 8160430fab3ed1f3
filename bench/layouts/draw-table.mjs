// The table of line items in its many forms.
import { BOLD, put, REGULAR, rule } from '../../scripts/samples/pdf.mjs';

const LEFT = 50;
const WIDTH = 495;
const BOTTOM = 730;
const UNITS = {
  en: ['pcs', 'h', 'kg', 'box'],
  de: ['Stk', 'Std', 'kg', 'm'],
  fr: ['pce', 'h', 'kg', 'm'],
  es: ['ud', 'h', 'kg', 'm'],
  it: ['pz', 'h', 'kg', 'm'],
  pt: ['un', 'h', 'kg', 'm'],
  nl: ['st', 'uur', 'kg', 'm'],
};
const NOTES = {
  en: 'as agreed by telephone',
  de: 'gemäß Absprache',
  fr: 'selon devis accepté',
  es: 'según presupuesto',
  it: 'come da preventivo',
  pt: 'conforme orçamento',
  nl: 'volgens afspraak',
};

/** Makes a column with one of the headings that its language has for it. */
const columnMaker =
  ({ by, words }) =>
  (key, width, align, fill) => ({ key, title: by.pick(words[key]), width, align, fill });

/** Quantity, perhaps its unit, and price. */
function countColumns(facts, column, priced) {
  const unit = facts.by.pick(UNITS[facts.axes.language]);
  return [
    column('quantity', 54, 'right', (line) => String(line.quantity)),
    ...(facts.axes.table === 'with units' ? [column('unit', 44, 'left', () => unit)] : []),
    column('price', 76, 'right', (line) => priced(line.price * facts.sign)),
  ];
}

/** Columns of this invoice: key, heading, width, side, and how a line fills it. */
function columnsOf(facts) {
  const { axes, by, money, plain, style } = facts;
  const column = columnMaker(facts);
  const priced = style !== 'none' && by.chance(0.4) ? money : plain;
  const isWide = axes.table === 'wide';
  const isRated = axes.totals === 'two rates' || (axes.money !== 'no tax' && by.chance(0.35));
  const columns = [
    ...(isWide || by.chance(0.4) ? [column('pos', 32, 'left', (_, index) => String(index + 1))] : []),
    ...(isWide || by.chance(0.3) ? [column('code', 62, 'left', (line) => line.code)] : []),
    column('description', 0, 'left', (line) => line.text),
    ...(axes.table === 'no quantity' ? [] : countColumns(facts, column, priced)),
    ...(isWide ? [column('discount', 52, 'right', ({ discount }) => (discount ? `${discount} %` : ''))] : []),
    ...(isRated ? [column('rate', 46, 'right', ({ rate }) => `${rate}${by.chance(0.5) ? ' %' : '%'}`)] : []),
    column('amount', 84, 'right', (line) => priced(line.amount)),
  ];
  return fitted(columns, by);
}

/** The description takes the room that is left; some begin with how many. */
function fitted(columns, by) {
  const used = columns.reduce((sum, { width }) => sum + width, 0);
  const all = columns.map((one) => (one.key === 'description' ? { ...one, width: WIDTH - used } : one));
  const counted = all.findIndex(({ key }) => key === 'quantity');
  if (counted > 0 && by.chance(0.12)) all.unshift({ ...all.splice(counted, 1)[0], align: 'left' });
  return all;
}

function row(doc, columns, cells, y, style) {
  let left = LEFT;
  columns.forEach(({ width, align }, index) => {
    if (cells[index]) put(doc, cells[index], left + 2, y, { ...style, width: width - 4, align });
    left += width;
  });
}

function header(doc, columns, y, isTall, { size, isRuled }) {
  const titles = columns.map(({ title }) => title);
  if (isTall) {
    const halves = titles.map((title) => title.split(/ (.*)/s));
    row(
      doc,
      columns,
      halves.map(([first]) => first),
      y,
      { font: BOLD, size },
    );
    row(
      doc,
      columns,
      halves.map(([, rest]) => rest ?? ''),
      y + size + 2,
      { font: BOLD, size },
    );
  } else row(doc, columns, titles, y, { font: BOLD, size });
  const end = y + (isTall ? 2 * size + 6 : size + 5);
  if (isRuled) rule(doc, LEFT, end - 1, LEFT + WIDTH);
  return end + 2;
}

/** A text in lines that fit a width. */
function wrapped(doc, text, width, size) {
  doc.font(REGULAR).fontSize(size);
  return text.split(' ').reduce((all, word) => {
    const last = all.at(-1);
    const longer = last ? `${last} ${word}` : word;
    return last && doc.widthOfString(longer) > width ? [...all, word] : [...all.slice(0, -1), longer];
  }, []);
}

/** Answers the y below the last row. */
export function drawTable(doc, facts, y) {
  const { axes, by, words, lines, plain } = facts;
  const columns = columnsOf(facts);
  const size = by.pick([8, 8.5, 9]);
  const looks = { size, isRuled: by.chance(0.7) };
  const step = by.pick([13, 16, 19]);
  const carried = axes.table === 'pages' && by.chance(0.5) ? by.pick(words.carried) : null;
  const isTall = axes.table === 'two-line header';
  let at = header(doc, columns, y, isTall, looks);
  let sum = 0;
  lines.forEach((line, index) => {
    if (at > BOTTOM - 30) {
      if (carried)
        row(
          doc,
          columns,
          columns.map(({ key }) => (key === 'description' ? carried : key === 'amount' ? plain(sum) : '')),
          at,
          { font: REGULAR, size },
        );
      doc.addPage();
      put(doc, `${words.page} 2`, 480, 30, { size: 8 });
      at = header(doc, columns, 60, isTall, looks);
      if (carried) {
        row(
          doc,
          columns,
          columns.map(({ key }) => (key === 'description' ? carried : key === 'amount' ? plain(sum) : '')),
          at,
          { font: REGULAR, size },
        );
        at += step;
      }
    }
    const texts = wrapped(doc, line.text, columns.find(({ key }) => key === 'description').width - 8, size);
    if (line.more) texts.push(NOTES[axes.language]);
    texts.forEach((text, part) => {
      const cells = columns.map(({ key, fill }) =>
        key === 'description' ? text : part === 0 ? fill(line, index) : '',
      );
      row(doc, columns, cells, at + part * (size + 3), { font: REGULAR, size });
    });
    sum += line.amount;
    at += step + (texts.length - 1) * (size + 3);
  });
  if (looks.isRuled) rule(doc, LEFT, at, LEFT + WIDTH);
  return at + 4;
}
