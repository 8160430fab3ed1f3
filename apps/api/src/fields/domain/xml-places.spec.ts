import { xmlText } from '@model/reading';
import { describe, expect, it } from 'vitest';
import { xmlPlaces } from './xml-places.js';
import { readXml, type XmlElement } from './xml-reader.js';

/** What stands at the place of each element with a value, and the line around it. */
function placed(xml: string, text = xmlText(xml)): [name: string, shown: string, line: string][] {
  const root = readXml(xml) as XmlElement;
  const places = xmlPlaces(root, text);
  const inside = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(inside)];
  return inside(root).flatMap((element) => {
    const place = places.get(element);
    if (!place || element.children.length > 0) return [];
    const end = text.indexOf('\n', place.end);
    const line = text.slice(text.lastIndexOf('\n', place.start) + 1, end < 0 ? undefined : end);
    return [[element.name, text.slice(place.start, place.end), line]];
  });
}

describe('xmlPlaces', () => {
  it('finds each value beside the name of its own element', () =>
    expect(
      placed(
        '<Invoice><ID>7</ID><Line><ID>1</ID><Quantity unitCode="C62">7</Quantity><Price><Amount>7.00</Amount></Price></Line><Total>7.00</Total></Invoice>',
      ),
    ).toEqual([
      ['ID', '7', 'ID: 7'],
      ['ID', '1', 'ID: 1'],
      ['Quantity', '7', 'Quantity: 7 (unit Code C62)'],
      ['Amount', '7.00', 'Price Amount: 7.00'],
      ['Total', '7.00', 'Total: 7.00'],
    ]));

  it('finds the cells of rows, in whatever order they come', () =>
    expect(
      placed('<a><r><x>1</x><y>2</y></r><r><y>1</y><x>2</x></r><r><x>3</x></r><end>2</end></a>').map(
        ([name, shown, line]) => `${name} ${shown} | ${line}`,
      ),
    ).toEqual(['x 1 | 1   2', 'y 2 | 1   2', 'y 1 | 2   1', 'x 2 | 2   1', 'x 3 | 3', 'end 2 | end: 2']));

  it.each([
    ['a value that the text lacks', '<a><x>1</x><y>2</y></a>', 'a\n\nx: 1', ['x']],
    ['a value inside another word', '<a><x>12</x></a>', 'x: 123', []],
    ['a value of another name', '<a><x>12</x></a>', 'y: 12', []],
    ['white space and entities', '<a><x>Smith  &amp;\n Sons</x><y>2</y></a>', 'a\n\nx: Smith & Sons\ny: 2', ['x', 'y']],
    ['no text', '<a><x>12</x></a>', '', []],
  ])('%s', (_, xml, text, names) => expect(placed(xml, text).map(([name]) => name)).toEqual(names));

  it('gives an element with others the place from the first to the last of them', () => {
    const xml = '<a><to><street>Quay 3</street><town>Ostend</town></to><id>1</id></a>';
    const [text, root] = [xmlText(xml), readXml(xml) as XmlElement];
    const { start, end } = xmlPlaces(root, text).get(root.children[0] as XmlElement) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('Quay 3\ntown: Ostend');
  });
});
