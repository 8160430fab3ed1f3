// Where values stand in a text: what a reader without understanding, who knows the value, would find and quote.
import { flatten, isLetter } from './lib/flat-text.mjs';

const MOST_PLACES = 60;
const MOST_QUOTE = 280;
const NUMBER = /\d[\d.,'’]*\d|\d/g;
const DURATION =
  /(?:\b\p{L}+(?:-\p{L}+)?[\s-]+)?(?:\(?\d+\)?[\s-]+)?(?:calendar |business )?(?:year|month|week|day)s?\b/giu;
const SIGNS = { EUR: /€/g, USD: /\$/g, GBP: /£/g, MYR: /\bRM/g };

/** The whole lines around a stretch, or what is nearest to it where they are long. */
export function quoteAround(text, { start, end }) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  return to - from <= MOST_QUOTE ? { start: from, end: to } : { start, end };
}

function textPlaces(text, value) {
  const flat = flatten(text);
  const wanted = flatten(value).text;
  const [tail] = /[^\p{L}\p{N}\s]*\s*$/u.exec(value);
  const places = [];
  if (wanted === '') return places;
  for (let at = flat.text.indexOf(wanted); at >= 0 && places.length < MOST_PLACES;) {
    const start = flat.offsets[at];
    const last = flat.offsets[at + wanted.length - 1] + 1;
    const end = text.startsWith(tail, last) ? last + tail.length : last;
    // Not inside a longer word or number.
    if (!isLetter(text[start - 1]) && !isLetter(text[end])) places.push({ start, end });
    at = flat.text.indexOf(wanted, at + 1);
  }
  return places;
}

const matchesOf = (text, pattern) =>
  [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ start: index, end: index + match.length }));

/** Whatever has the look of a date; metrics say whether it is one. */
const DATES = [
  /(?<!\d)\d{1,4} ?[-/. ] ?\d{1,2} ?[-/. ] ?\d{2,4}(?!\d)/g,
  /(?<!\d)\d{8}(?!\d)/g,
  /(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)?[\s\-/.,]*\p{L}{3,}[\s\-/.,]*\d{2,4}(?!\d)/giu,
  /\p{L}{3,}[\s.]*\d{1,2}(?:st|nd|rd|th)?[\s,/-]+\d{2,4}(?!\d)/giu,
];

const datePlaces = (text, { datesIn }, order) =>
  DATES.flatMap((pattern) => matchesOf(text, pattern))
    .flatMap((place) =>
      datesIn(text.slice(place.start, place.end).replace(/\s+/g, ' '), order).map((value) => ({ ...place, value })),
    )
    .sort((a, b) => a.start - b.start);

/**
 * Places of values of a kind: `{start, end, value}`, `value` as a model is asked to write it. Only those for which
 * `isWanted(value)`; of texts those that spell one of `values`.
 */
const FINDERS = {
  text: (text, { values }) => values.flatMap((value) => textPlaces(text, value)),
  date: (text, { order }, metrics) => datePlaces(text, metrics, order),
  money: (text, _, { toNumber }) =>
    matchesOf(text, NUMBER).flatMap(({ start, end }) => {
      const minus = /[-−]\s?$/.test(text.slice(Math.max(0, start - 2), start)) || text[end] === '-';
      const value = toNumber(text.slice(start, end));
      return value === null ? [] : [{ start, end, value: `${minus && value > 0 ? '-' : ''}${value.toFixed(2)}` }];
    }),
  duration: (text) => matchesOf(text, DURATION),
  currency: (text, { values }) =>
    values.flatMap((code) =>
      [...textPlaces(text, code), ...matchesOf(text, SIGNS[code] ?? /(?!)/g)].map((place) => ({
        ...place,
        value: code,
      })),
    ),
};

/** All places at which something of a kind stands. `spec` is `{kind, values, order}`. */
export const placesOf = (text, spec, metrics) =>
  FINDERS[spec.kind](text, spec, metrics).map((place) => ({
    ...place,
    value: place.value ?? text.slice(place.start, place.end).replace(/\s+/g, ' '),
  }));

const sameOf = {
  text: (value, wanted) => flatten(value).text.includes(flatten(wanted).text),
  currency: (value, wanted) => value.includes(wanted),
  date: (value, wanted, { sameDate }, order) => sameDate(value, wanted, order),
  money: (value, wanted, { sameMoney }) => sameMoney(value, wanted),
  duration: (value, wanted, { durationsIn }) => durationsIn(value).some((one) => durationsIn(wanted).includes(one)),
};

export const isTrue = (value, { kind, values, order }, metrics) =>
  values.some((wanted) => sameOf[kind](value, wanted, metrics, order));

/** How much what is printed on and above the line of a place says that it belongs to a field with these labels. */
function nearLabel(text, { start, end }, labels) {
  const line = quoteAround(text, { start, end });
  const above = quoteAround(text, { start: Math.max(0, line.start - 2), end: Math.max(0, line.start - 1) });
  const [own, before] = [line, above].map((one) => flatten(text.slice(one.start, one.end)).text);
  if (labels.some((label) => own.includes(label))) return 2;
  return labels.some((label) => before.includes(label)) ? 1 : 0;
}

/** The place where the true value stands, that beside a label first; null where the text does not show it. */
export function truePlace(text, spec, labels, metrics) {
  if (spec === undefined || spec.values.length === 0) return null;
  const places = placesOf(text, spec, metrics).filter(({ value }) => isTrue(value, spec, metrics));
  const flat = labels.map((label) => flatten(label).text).filter((label) => label.length > 1);
  return (
    places
      .map((place) => ({ place, near: nearLabel(text, place, flat) }))
      .reduce((best, one) => (best && best.near >= one.near ? best : one), null)?.place ?? null
  );
}
