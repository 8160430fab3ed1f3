// Rows of lists for the simulated model of bench/cascade.mjs: where they stand, and the shape that is asked for.
import { placesOf, truePlace } from './cascade-passages.mjs';

/** Rows of a table may break their lines, and columns be read in any order; amounts stand at most so many lines away. */
const LINES_AWAY = 4;

/** The lines around a place: so many above and below. */
function linesAround(text, { start, end }) {
  let [from, to] = [start, end];
  for (let line = 0; line <= LINES_AWAY; line++) {
    from = Math.max(0, text.lastIndexOf('\n', from - 1));
    to = text.indexOf('\n', to + 1) < 0 ? text.length : text.indexOf('\n', to + 1);
  }
  return { start: from, end: to };
}

/** Every column has to be there; what is not known is null. */
export function withAllCells(shape, rows) {
  const columns = Object.keys(shape.items.properties.cells.properties);
  return rows.map(({ quote, cells }) => ({
    quote,
    cells: Object.fromEntries(columns.map((column) => [column, cells[column] ?? null])),
  }));
}

/** Where a row stands: its text, and its amounts near by; the first behind `from`, else the first at all. */
export function rowPlace(text, row, from, metrics) {
  const [lead, ...others] = Object.entries(row);
  const places = placesOf(text, lead[1], metrics);
  const cellsAt = (place) => {
    const around = linesAround(text, place);
    const shown = text.slice(around.start, around.end);
    return { around, found: others.map(([column, spec]) => [column, truePlace(shown, spec, [], metrics)]) };
  };
  const fitting = places
    .map((place) => ({ place, ...cellsAt(place) }))
    .filter(({ found }) => found.every(([column, cell]) => cell !== null || !row[column].isNeeded));
  const one = fitting.find(({ place }) => place.start >= from) ?? fitting[0];
  if (!one) return null;
  const moved = one.found.flatMap(([column, cell]) =>
    cell ? [[column, { ...cell, start: cell.start + one.around.start, end: cell.end + one.around.start }]] : [],
  );
  const all = [one.place, ...moved.map(([, cell]) => cell)];
  const cells = Object.fromEntries([[lead[0], { ...one.place, isPrinted: true }], ...moved]);
  return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)), cells };
}
