// Rows of lists for the simulated model of bench/cascade.mjs: where they stand, and the shape that is asked for.
import { placesOf, quoteAround, truePlace } from './cascade-passages.mjs';

/** Rows of a table may break their lines; the amount stands on one of these at most. */
const LINES_A_ROW = 4;

/** Every column has to be there; what is not known is null. */
export function withAllCells(shape, rows) {
  const columns = Object.keys(shape.items.properties.cells.properties);
  return rows.map(({ quote, cells }) => ({
    quote,
    cells: Object.fromEntries(columns.map((column) => [column, cells[column] ?? null])),
  }));
}

/** Where a row stands: its text, and its amounts on the same or the next lines; the first behind `from`, else the first at all. */
export function rowPlace(text, row, from, metrics) {
  const [lead, ...others] = Object.entries(row);
  const places = placesOf(text, lead[1], metrics);
  const cellsAt = (place) => {
    const lines = text.slice(place.start).split('\n').slice(0, LINES_A_ROW).join('\n');
    const line = quoteAround(text, place);
    const around = text.slice(line.start, Math.min(text.length, place.start + lines.length));
    const found = others.map(([column, spec]) => [column, truePlace(around, spec, [], metrics)]);
    return { around: { start: line.start, end: line.start + around.length }, found };
  };
  const fitting = places
    .map((place) => ({ place, ...cellsAt(place) }))
    .filter(({ found }) => found.every(([column, cell]) => cell !== null || !row[column].isNeeded));
  const one = fitting.find(({ place }) => place.start >= from) ?? fitting[0];
  if (!one) return null;
  const moved = one.found.flatMap(([column, cell]) =>
    cell ? [[column, { ...cell, start: cell.start + one.around.start, end: cell.end + one.around.start }]] : [],
  );
  const end = Math.max(one.place.end, ...moved.map(([, cell]) => cell.end));
  const cells = Object.fromEntries([[lead[0], { ...one.place, isPrinted: true }], ...moved]);
  return { start: one.place.start, end, cells };
}
