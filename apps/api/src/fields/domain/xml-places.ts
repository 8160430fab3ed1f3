import type { XmlElement } from './xml-reader.js';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** How far behind the value before one may stand: headings and labels lie between, and texts that were not found. */
const REACH = 50_000;
/** Elements beyond are of no invoice that a person would check. */
const MOST_VALUES = 100_000;
/** Readings of data part the cells of a row so. */
const GAP = / {3}$/;
/** The end of its line, the next cell, or the attributes of its element. */
const AFTER = /^(?:$|\n| {3}| \()/;

const squeezed = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** True where nothing, another cell of its row or the label made of its element's name stands before a value on its line. */
const isLabelled = (before: string, name: string): boolean =>
  before === '' || GAP.test(before) || (before.endsWith(': ') && squeezed(before).endsWith(squeezed(name)));

/** One reading of data for people, gone through from its beginning. */
class DataText {
  /** The beginning of the line of the last value: in a table the order may be another. */
  private line = 0;
  private readonly taken = new Set<number>();

  constructor(private readonly text: string) {}

  /** The next place of an element's value; null where none is near. */
  next(name: string, value: string): Place | null {
    const limit = this.line + REACH + value.length;
    for (let at = this.text.indexOf(value, this.line); at >= 0 && at < limit; at = this.text.indexOf(value, at + 1)) {
      const end = at + value.length;
      if (this.taken.has(at) || !this.isValue(name, at, end)) continue;
      this.taken.add(at);
      this.line = this.text.lastIndexOf('\n', at) + 1;
      return { start: at, end };
    }
    return null;
  }

  private isValue(name: string, start: number, end: number): boolean {
    const before = this.text.slice(this.text.lastIndexOf('\n', start - 1) + 1, start);
    return AFTER.test(this.text.slice(end, end + 3)) && isLabelled(before, name);
  }
}

/**
 * Where the values of an XML file stand in its text as people read it (`data-blocks.ts` of the reading library): names and values in
 * the order of the file. An element with others inside stands from the first to the last of them. What is not found has no place.
 */
export function xmlPlaces(root: XmlElement, text: string): ReadonlyMap<XmlElement, Place> {
  const places = new Map<XmlElement, Place>();
  const shown = new DataText(text);
  const visit = (element: XmlElement): void => {
    if (places.size >= MOST_VALUES) return;
    for (const child of element.children) visit(child);
    const found = element.children.flatMap((child) => places.get(child) ?? []);
    const value = element.text.replace(/\s+/g, ' ');
    const place =
      element.children.length === 0
        ? value === ''
          ? null
          : shown.next(element.name, value)
        : { start: Math.min(...found.map(({ start }) => start)), end: Math.max(...found.map(({ end }) => end)) };
    if (place && Number.isFinite(place.start)) places.set(element, place);
  };
  visit(root);
  return places;
}
