// What the simulated model of bench/cascade.mjs says of a field, a list, a type: what is true, where the text shows it, or a mistake.
import { isTrue, placesOf, quoteAround, truePlace } from './cascade-passages.mjs';
import { rowPlace } from './cascade-rows.mjs';

const KINDS = { 'amount of money': 'money', number: 'money', date: 'date' };
const FAKES = { money: '7317.29', date: '1994-02-17', text: 'Quillon Farthing & Daughters' };
/** A line, or as much of a long one as a value may be. */
const LINE = /[^\n]{0,80}\p{L}{3}[^\n]{0,80}/gu;
const NUMBER_OF_SOMETHING = /\S*\d\S{3,}/g;
const TYPE_QUOTE = 200;

const fake = (kind) => ({ value: FAKES[kind], quote: `As witnessed by ${FAKES[kind]} in the margin of the ledger` });

/** A value with the lines around it, as they were sent. Where a pseudonym hides what is not copied to the letter, it is the value. */
function quoted({ sight }, place) {
  const hidden = sight.hidden.find(({ start, end }) => start >= place.start && end <= place.end);
  const value = place.isPrinted ? sight.cut(place).replace(/\s+/g, ' ') : (hidden?.token ?? place.value);
  return { value, quote: sight.cut(quoteAround(sight.text, place)) };
}

const matchesOf = (text, pattern) =>
  [...text.matchAll(pattern)].map(({ index, 0: value }) => ({ start: index, end: index + value.length, value }));

/** Words are mistaken for other lines, numbers of documents and the like for others. */
const textsLike = (text, spec) =>
  matchesOf(text, spec?.values.some((value) => /^\S*\d\S*$/.test(value)) ? NUMBER_OF_SOMETHING : LINE);

/** Another value of the same kind where it stands; null where there is none. */
function other(asked, kind, spec, name) {
  const { text } = asked.sight;
  const all =
    kind === 'text'
      ? textsLike(text, spec)
      : placesOf(text, { kind, values: [], order: spec?.order ?? 'any' }, asked.metrics);
  const places = all.filter(
    ({ value, start, end }) =>
      !(spec && isTrue(value, spec, asked.metrics)) && (kind !== 'money' || /[.,]\d\d$/.test(text.slice(start, end))),
  );
  const place = places[Math.floor(asked.draw('which', name) * places.length)];
  return place ? quoted(asked, { ...place, isPrinted: kind === 'text' }) : null;
}

/** `asked` is {document, sight, metrics, draw, fateOf, note}, `field` what the request says of the field: {name, type, labels}. */
export function scalarAnswer(asked, { name, type, labels }) {
  const spec = asked.document.truths[name];
  const kind = KINDS[type] ?? 'text';
  const fate = asked.fateOf(name);
  const place = fate === 'right' ? truePlace(asked.sight.text, spec, labels, asked.metrics) : null;
  const isPrinted = spec?.kind === 'text' || spec?.kind === 'duration';
  const answer = {
    right: () => (place ? quoted(asked, { ...place, isPrinted }) : null),
    wrong: () => other(asked, kind, spec, name),
    invented: () => fake(kind),
  }[fate]();
  asked.note(answer ? fate : 'empty', name);
  return answer;
}

/** The rows that the text shows; mistakes are made row by row. */
export function listAnswer(asked, { name }) {
  const rows = [];
  let from = 0;
  for (const [index, row] of (asked.document.truths[name]?.rows ?? []).entries()) {
    const fate = asked.fateOf(`${name}.${index}`);
    const place = rowPlace(asked.sight.text, row, from, asked.metrics);
    // A part of a long document that does not show the row gives no occasion for a mistake.
    if (!place) continue;
    from = place.cells[Object.keys(row)[0]].end;
    asked.note(fate, `${name}.${index}`);
    const [lead] = Object.keys(row);
    if (fate === 'right') {
      const cells = Object.entries(place.cells).map(([column, cell]) => [column, quoted(asked, cell).value]);
      rows.push({ quote: asked.sight.cut(quoteAround(asked.sight.text, place)), cells: Object.fromEntries(cells) });
      continue;
    }
    const odd = fate === 'wrong' ? other(asked, 'text', row[lead], `${name}.${index}`) : fake('text');
    if (odd) rows.push({ quote: odd.quote, cells: { [lead]: odd.value } });
  }
  return rows;
}

/** The type of the document, with its first line as the passage that shows it. */
export function typeAnswer(asked, types) {
  const fate = asked.fateOf('type');
  const others = types.filter((one) => one !== asked.document.type);
  const [line] = matchesOf(asked.sight.text, LINE);
  asked.note(fate, 'type');
  return {
    type: fate === 'wrong' ? others[Math.floor(asked.draw('which', 'type') * others.length)] : asked.document.type,
    quote:
      fate === 'invented' || !line
        ? fake('text').quote
        : asked.sight.cut({ start: line.start, end: Math.min(line.end, line.start + TYPE_QUOTE) }),
  };
}
