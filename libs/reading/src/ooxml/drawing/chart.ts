import type { BlockInput, CellInput } from '../../blocks.js';
import { formatNumber } from '../number-format/format-number.js';
import { attr, childOf, childrenOf, descendantsOf, elementsOf, integer, textOf, type XmlNode } from '../xml-tree.js';
import { drawingText } from './text-body.js';

/** Values by their place; what is missing has none. */
type Points = ReadonlyMap<number, string>;

interface Series {
  readonly name: string;
  readonly categories: Points;
  readonly values: Points;
}

/**
 * A chart (ECMA-376 part 1, 21.2) as what it shows: title, titles of the axes, and its values as a table, a row a category. The
 * values are those that the file keeps of its data.
 */
export function chartBlocks(chartSpace: XmlNode | null): BlockInput[] {
  const chart = childOf(chartSpace ?? undefined, 'chart');
  const plot = childOf(chart, 'plotArea');
  const titles = [chart, ...elementsOf(plot)].map((node) => titleOf(node)).filter((title) => title !== '');
  return [
    ...titles.map((text): BlockInput => ({ kind: 'paragraph', text })),
    ...groupsOf(elementsOf(plot).flatMap((node) => childrenOf(node, 'ser').map(seriesOf))).map(tableOf),
  ];
}

function titleOf(node: XmlNode | undefined): string {
  const text = childOf(childOf(node, 'title'), 'tx');
  return drawingText(childOf(text, 'rich')) || [...pointsOf(text).values()].join(' ');
}

const seriesOf = (node: XmlNode): Series => ({
  name: [...pointsOf(childOf(node, 'tx')).values()].join(' ') || textOf(childOf(childOf(node, 'tx'), 'v')).trim(),
  categories: pointsOf(childOf(node, 'cat') ?? childOf(node, 'xVal')),
  values: pointsOf(childOf(node, 'val') ?? childOf(node, 'yVal')),
});

/** The cached points of a reference, or the points themselves; several levels of categories stand beside each other. */
function pointsOf(node: XmlNode | undefined): Points {
  const points = new Map<number, string>();
  const levels = descendantsOf(node, 'lvl');
  const caches = levels.length > 0 ? levels.toReversed() : [...CACHES].flatMap((name) => descendantsOf(node, name));
  for (const cache of caches) {
    const code = textOf(childOf(cache, 'formatCode')) || 'General';
    for (const point of childrenOf(cache, 'pt')) {
      const index = integer(attr(point, 'idx'));
      if (index === undefined) continue;
      const text = textOf(childOf(point, 'v')).trim();
      const shown = cache.name.startsWith('num') ? shownNumber(text, attr(point, 'formatCode') ?? code) : text;
      points.set(index, [points.get(index) ?? '', shown].filter((part) => part !== '').join(' '));
    }
  }
  return points;
}
const CACHES = ['strCache', 'numCache', 'strLit', 'numLit'];

function shownNumber(text: string, code: string): string {
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? text : formatNumber(value, code);
}

/** Series beside each other that have the same categories are columns of one table. */
function groupsOf(series: readonly Series[]): Series[][] {
  const groups: Series[][] = [];
  for (const one of series) {
    const first = groups.at(-1)?.[0];
    if (first !== undefined && haveSameCategories(first, one)) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

const haveSameCategories = (a: Series, b: Series): boolean =>
  b.categories.size === 0 ||
  (a.categories.size === b.categories.size &&
    [...a.categories].every(([index, text]) => b.categories.get(index) === text));

function tableOf(group: readonly Series[]): BlockInput {
  const categories = group[0]?.categories ?? new Map<number, string>();
  const places = new Set([...categories.keys(), ...group.flatMap(({ values }) => [...values.keys()])]);
  const header: CellInput[] = ['', ...group.map(({ name }) => name)].map((text) => ({ text, isHeader: true }));
  const rows = [...places]
    .sort((a, b) => a - b)
    .map((place): CellInput[] => [
      { text: categories.get(place) ?? '', isHeader: true },
      ...group.map(({ values }) => ({ text: values.get(place) ?? '' })),
    ]);
  return { kind: 'table', rows: header.every(({ text }) => text === '') ? rows : [header, ...rows] };
}

/** Newer kinds of charts, `cx:chartSpace` ([MS-ODRAWXML] 2.24.3): titles, names of series, and their data. */
export function extendedChartBlocks(chartSpace: XmlNode | null): BlockInput[] {
  const root = chartSpace ?? undefined;
  const texts = [...descendantsOf(root, 'title'), ...descendantsOf(childOf(root, 'chart'), 'txData')].map(
    (node) => drawingText(descendantsOf(node, 'rich')[0]) || textOf(descendantsOf(node, 'v')[0]).trim(),
  );
  const tables = descendantsOf(childOf(root, 'chartData'), 'data').map((data) => {
    const columns = elementsOf(data).flatMap((dimension) =>
      childrenOf(dimension, 'lvl').toReversed().map(extendedPoints),
    );
    const places = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort((a, b) => a - b);
    return places.map((place) => columns.map((column): CellInput => ({ text: column.get(place) ?? '' })));
  });
  return [
    ...[...new Set(texts)].filter((text) => text !== '').map((text): BlockInput => ({ kind: 'paragraph', text })),
    ...tables.filter((rows) => rows.length > 0).map((rows): BlockInput => ({ kind: 'table', rows })),
  ];
}

function extendedPoints(level: XmlNode): Points {
  const code = attr(level, 'formatCode');
  return new Map(
    childrenOf(level, 'pt').map((point, index) => [
      integer(attr(point, 'idx')) ?? index,
      code === undefined ? textOf(point).trim() : shownNumber(textOf(point).trim(), code),
    ]),
  );
}
