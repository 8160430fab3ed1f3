// Sets a made-up invoice on pages: each axis is a way that such papers are laid out.
import { BOLD, pdf, put, putLines, REGULAR, rule } from '../../scripts/samples/pdf.mjs';
import { inFours } from '../../scripts/samples/numbers.mjs';
import { drawTable } from './draw-table.mjs';
import { drawTotals } from './draw-totals.mjs';

const LEFT = 50;
const RIGHT = 545;

/** Label and value pairs of the head, in an order and a choice of their own. */
function pairsOf(facts) {
  const { words, by, number, date, dueDate, shows, customer, order, deliveryDate, isCredit } = facts;
  const label = (key) => by.pick(words[key]);
  const pairs = [
    [label(isCredit ? 'creditNumber' : 'number'), number],
    [label('date'), date],
  ];
  if (shows.due) pairs.push([label('due'), dueDate]);
  if (by.chance(0.5)) pairs.push([label('customerNumber'), customer]);
  if (by.chance(0.35)) pairs.push([label('order'), order]);
  if (by.chance(0.3)) pairs.push([label('delivery'), deliveryDate]);
  return by.chance(0.35) ? by.shuffled(pairs) : pairs;
}

function drawHead(doc, facts, y) {
  const { axes, by } = facts;
  const pairs = pairsOf(facts);
  const colon = by.pick(['', ':', ':', ' :']);
  const size = by.pick([9, 10]);
  const font = by.pick([REGULAR, BOLD]);
  switch (axes.header) {
    case 'inline':
      pairs.forEach(([label, value], index) =>
        put(doc, `${label}${colon || ':'} ${value}`, 350, y + index * 14, { size }),
      );
      return y + pairs.length * 14;
    case 'beside':
      pairs.forEach(([label, value], index) => {
        put(doc, label + colon, LEFT, y + index * 14, { font, size });
        put(doc, value, LEFT + 150, y + index * 14, { size });
      });
      return y + pairs.length * 14;
    case 'right column':
      pairs.forEach(([label, value], index) => {
        put(doc, label + colon, 300, y + index * 14, { font, size, width: 130, align: 'right' });
        put(doc, value, 440, y + index * 14, { size, width: 105, align: 'right' });
      });
      return y + pairs.length * 14;
    case 'above':
      pairs.forEach(([label, value], index) => {
        put(doc, label, 380, y + index * 28, { font: BOLD, size: 8 });
        put(doc, value, 380, y + 11 + index * 28, { size });
      });
      return y + pairs.length * 28;
    case 'boxes': {
      const width = (RIGHT - LEFT) / pairs.length;
      pairs.forEach(([label, value], index) => {
        doc
          .rect(LEFT + index * width, y, width, 32)
          .lineWidth(0.5)
          .stroke();
        put(doc, label, LEFT + 4 + index * width, y + 4, { size: 7.5 });
        put(doc, value, LEFT + 4 + index * width, y + 17, { size: 9 });
      });
      return y + 40;
    }
    default: {
      const [, , ...rest] = pairs;
      const { words } = facts;
      const kind = by.pick(facts.isCredit ? words.credit : words.title);
      const no = { en: 'No.', de: 'Nr.', fr: 'n°', es: 'n.º', it: 'n.', pt: 'n.º', nl: 'nr.' }[axes.language];
      put(doc, `${kind.split(' / ')[0]} ${no} ${facts.number} ${words.at} ${facts.date}`, LEFT, y, {
        font: BOLD,
        size: 13,
      });
      const own = rest.filter(([, value]) => value !== facts.number && value !== facts.date);
      if (facts.shows.due && !own.some(([, value]) => value === facts.dueDate))
        own.push([by.pick(words.due), facts.dueDate]);
      own.forEach(([label, value], index) => put(doc, `${label}: ${value}`, LEFT, y + 22 + index * 14, { size }));
      return y + 24 + own.length * 14;
    }
  }
}

function drawSeller(doc, facts) {
  const { axes, seller, taxId, by, words } = facts;
  const contact = [`${words.phone} ${seller.phone}`, seller.mail];
  const tax = `${by.pick(words.taxId)}${by.pick([':', '', ': '])} ${taxId}`;
  const inHead = axes.seller !== 'footer only' && axes.seller !== 'sender line' && by.chance(0.5);
  const lines = [...seller.lines, ...(by.chance(0.6) ? contact : []), ...(inHead ? [tax] : [])];
  if (axes.seller === 'top left') {
    put(doc, seller.name, LEFT, 40, { font: BOLD, size: by.pick([11, 14, 18]) });
    putLines(doc, lines, LEFT, 64, { size: 9, step: 12 });
  } else if (axes.seller === 'top right') {
    put(doc, seller.name, 330, 40, { font: BOLD, size: by.pick([10, 14]), width: 215, align: 'right' });
    lines.forEach((line, index) => put(doc, line, 330, 64 + index * 12, { size: 9, width: 215, align: 'right' }));
  } else if (axes.seller === 'centred') {
    put(doc, seller.name, LEFT, 36, { font: BOLD, size: 16, width: 495, align: 'center' });
    put(doc, seller.lines.join(' · '), LEFT, 60, { size: 9, width: 495, align: 'center' });
    put(doc, contact.join(' | '), LEFT, 73, { size: 9, width: 495, align: 'center' });
    if (inHead) put(doc, tax, LEFT, 86, { size: 9, width: 495, align: 'center' });
  } else if (axes.seller === 'labelled') {
    put(doc, by.pick(words.seller) + by.pick([':', '']), LEFT, 44, { font: BOLD, size: 9 });
    putLines(doc, [seller.name, ...lines], LEFT, 57, { size: 9, step: 12 });
  } else if (axes.seller === 'sender line') {
    put(doc, [seller.name, ...seller.lines].join(by.pick([' · ', ', ', ' - '])), LEFT, 128, { size: 7 });
  }
  return inHead ? null : tax;
}

function drawBuyer(doc, facts) {
  const { axes, buyer, by, words } = facts;
  const y = axes.seller === 'sender line' ? 142 : 150;
  const label = by.pick(words.buyer) + by.pick(['', ':']);
  if (axes.buyer === 'window') {
    putLines(doc, [buyer.name, ...buyer.lines], LEFT, y, { step: 13 });
  } else if (axes.buyer === 'label above') {
    put(doc, label, LEFT, y, { font: BOLD, size: 9 });
    putLines(doc, [buyer.name, ...buyer.lines], LEFT, y + 13, { step: 13 });
  } else if (axes.buyer === 'label beside') {
    put(doc, label, LEFT, y, { size: 9 });
    putLines(doc, [buyer.name, ...buyer.lines], LEFT + 110, y, { size: 9, step: 12 });
  } else {
    const other = axes.buyer === 'with delivery';
    put(doc, label, LEFT, y, { font: BOLD, size: 9 });
    put(doc, by.pick(words[other ? 'shipTo' : 'contact']), 210, y, { font: BOLD, size: 9 });
    putLines(doc, [buyer.name, ...buyer.lines], LEFT, y + 13, { size: 9, step: 12 });
    putLines(doc, other ? ['Lager / Depot 4', ...buyer.lines] : ['Anna Keller', facts.seller.phone], 210, y + 13, {
      size: 9,
      step: 12,
    });
  }
}

function drawFoot(doc, facts, tax) {
  const { seller, words, iban, shows, by } = facts;
  rule(doc, LEFT, 762, RIGHT, 0.4);
  const columns = [
    [seller.name, ...seller.lines],
    [seller.mail, `${words.phone} ${seller.phone}`, ...(tax ? [tax] : [])],
    shows.iban
      ? [
          `${words.bank}: Sparbank`,
          `IBAN${by.pick([':', ''])} ${by.chance(0.6) ? inFours(iban) : iban}`,
          'BIC: QXYZDE3X',
        ]
      : [],
  ];
  columns.forEach((lines, index) => putLines(doc, lines, LEFT + index * 165, 768, { size: 7, step: 9 }));
}

/** The invoice of `facts` as a PDF. */
export function drawInvoice(facts) {
  const { axes, by, words } = facts;
  const draw = (doc) => {
    const tax = drawSeller(doc, facts);
    drawBuyer(doc, facts);
    const title = by.pick(facts.isCredit ? words.credit : words.title);
    const onRight = axes.header === 'right column' || axes.header === 'above' || axes.header === 'inline';
    const high = axes.seller === 'top right' ? 150 : 112;
    if (axes.header !== 'title')
      put(doc, title, onRight ? 380 : LEFT, onRight ? high - 24 : 220, { font: BOLD, size: by.pick([12, 16]) });
    const end = drawHead(doc, facts, onRight ? high : 244);
    let y = Math.max(end + 16, 262);
    if (by.chance(0.4)) y = putLines(doc, words.greeting, LEFT, y, { size: 9, step: 12 }) + 6;
    y = drawTable(doc, facts, y);
    if (y > 600) {
      doc.addPage();
      y = 60;
    }
    y = drawTotals(doc, facts, y + 8);
    if (axes.money === 'no tax') y = putLines(doc, words.reverse, LEFT, y + 4, { size: 9 });
    putLines(doc, words.terms, LEFT, y + 10, { size: 9, step: 12 });
    drawFoot(doc, facts, tax);
  };
  return pdf(draw, { title: 'made up', margin: 20 });
}
