import { describe, expect, it } from 'vitest';
import { type PlacedText, placedPages, placedReading } from '../../../../../../test/support/placed-reading.js';
import { type ExtractionSchema, schemaForType } from '../../../schemas/index.js';
import { concludeFields, findFields } from '../../extract-fields.js';
import { saysRows, tableLessonOf } from './learn-table.js';
import { decodeTable, encodeTable, type GivenRow, type TableLesson } from './table-lesson.js';
import { withTables } from './with-tables.js';

const column = (name: string, type: 'string' | 'date' | 'money' | 'number') =>
  ({ name, type, family: 'line-items', labels: {} }) as const;
const TIDES = {
  id: 'sch_tides',
  key: 'tides',
  name: 'Tides',
  version: 1,
  documentType: null,
  rules: [],
  fields: [
    {
      name: 'stays',
      type: 'list',
      family: 'line-items',
      labels: {},
      fields: [column('berth', 'string'), column('from', 'date'), column('hours', 'number'), column('toll', 'money')],
    },
  ],
} as unknown as ExtractionSchema;

interface Sheet {
  readonly reading: ReturnType<typeof placedReading>;
  readonly rows: readonly GivenRow[];
}
/** Digits by seed, so that documents of a look differ in all that is no label. */
const digit = (seed: number, at: number): number => (seed * 7 + at * 13 + ((seed * at) % 5)) % 10;
const amount = (seed: number, at: number): string =>
  `${digit(seed, at) + 1}${digit(seed, at + 3)}.${digit(seed, at + 1)}0`;
const right = (text: string, edge: number): number => edge - text.length * 6;
const countOf = (seed: number): number => 2 + (seed % 4);
const WARES = ['Rope', 'Tar barrel', 'Anchor chain, galvanised', 'Oar', 'Lantern glass', 'Sail cloth'];
const ware = (seed: number, at: number): string => `${WARES[(seed + at) % WARES.length]} ${digit(seed, at)}`;
const CLIENTS = [
  'Moss and Fern',
  'Quill Brothers',
  'Otter House',
  'Amber Lane',
  'Vale Trust',
  'North Quarry',
  'Elm Court',
];
const numbered = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** A harbour's log: the engine knows no table with such columns. */
function tides(seed: number): Sheet {
  const rows = numbered(countOf(seed)).map((at) => ({
    berth: `Quay ${digit(seed, at)}`,
    from: `2026-0${1 + (seed % 9)}-1${digit(seed, at)}`,
    hours: String(3 + digit(seed, at)),
    toll: amount(seed, at),
  }));
  const lines = rows.map((row, at): PlacedText[] => [
    [row.berth, 40, 160 + at * 16],
    [row.from, 160, 160 + at * 16],
    [row.hours, right(row.hours, 330), 160 + at * 16],
    [row.toll, right(row.toll, 480), 160 + at * 16],
  ]);
  const head: PlacedText[][] = [
    [['Harbour office', 40, 40]],
    [[CLIENTS[seed % CLIENTS.length] ?? '', 40, 60]],
    [
      ['Vessel log', 40, 90],
      [`No. ${seed}`, 400, 90],
    ],
    [
      ['Place', 40, 140],
      ['Arrived', 160, 140],
      ['Stay', 306, 140],
      ['Dues', 456, 140],
    ],
  ];
  const foot: PlacedText[][] = [
    [['Signed by the master', 40, 190 + rows.length * 16]],
    [['Kept for nine years', 40, 220 + rows.length * 16]],
  ];
  return { reading: placedReading([...head, ...lines, ...foot]), rows };
}

/** A log whose rows go on over pages: with its headings on each of them, or on the first alone. */
const longTides =
  (isHeaded: (page: number) => boolean) =>
  (seed: number): Sheet => {
    const rows = numbered(9 + (seed % 7)).map((at) => ({
      berth: `Quay ${digit(seed, at)}`,
      from: `2026-0${1 + (seed % 9)}-1${digit(seed, at)}`,
      hours: String(3 + digit(seed, at)),
      toll: amount(seed, at),
    }));
    const pageOf = (page: number): PlacedText[][] => {
      const own = rows.slice(page * 4, page * 4 + 4);
      const top = isHeaded(page) ? 160 : 60;
      const head: PlacedText[][] = [
        [['Harbour office', 40, 20]],
        ...(page === 0
          ? ([
              [
                ['Vessel log', 40, 90],
                [`No. ${seed}`, 400, 90],
              ],
            ] as PlacedText[][])
          : []),
        ...(isHeaded(page)
          ? ([
              [
                ['Place', 40, 140],
                ['Arrived', 160, 140],
                ['Stay', 306, 140],
                ['Dues', 456, 140],
              ],
            ] as PlacedText[][])
          : []),
      ];
      const lines = own.map((row, at): PlacedText[] => [
        [row.berth, 40, top + at * 16],
        [row.from, 160, top + at * 16],
        [row.hours, right(row.hours, 330), top + at * 16],
        [row.toll, right(row.toll, 480), top + at * 16],
      ]);
      const isLast = (page + 1) * 4 >= rows.length;
      const foot: PlacedText[][] = [
        ...(isLast ? ([[['Signed by the master', 40, top + 120]]] as PlacedText[][]) : []),
        [['Kept for nine years', 40, 740]],
        [[`Page ${page + 1}`, 500, 760]],
      ];
      return [...head, ...lines, ...foot];
    };
    return { reading: placedPages(numbered(Math.ceil(rows.length / 4)).map(pageOf)), rows };
  };

/** As a scan: words stand some points off, and not on one line. */
function scanned(sheetOf: (seed: number) => Sheet): (seed: number) => Sheet {
  return (seed) => {
    const { reading, rows } = sheetOf(seed);
    const shaken = (at: number): number => (((seed * 31 + at * 17) % 7) - 3) / 3;
    const pages = reading.pages.map((page) => ({
      ...page,
      provenance: 'ocr' as const,
      lines: page.lines.map((line) => ({
        ...line,
        words: line.words.map((word) => ({
          ...word,
          box: word.box && {
            ...word.box,
            x: word.box.x + (2.5 * shaken(word.start) + shaken(seed) * 4) / 600,
            y: word.box.y + shaken(word.start + 5) / 800,
          },
        })),
      })),
    }));
    return { reading: { ...reading, pages }, rows };
  };
}

/** An invoice whose last column is a weight, with headings that no list holds, and descriptions over two lines. */
function chandler(seed: number): Sheet {
  const rows = numbered(countOf(seed)).map((at) => ({
    description: at % 2 === 0 ? ware(seed, at) : `${ware(seed, at)} for the long quay`,
    quantity: String(1 + digit(seed, at)),
    amount: amount(seed, at + 2),
  }));
  let top = 160;
  const lines = rows.flatMap((row, at): PlacedText[][] => {
    const weight = amount(seed, at + 5);
    const [first, more] = row.description.split(' for ');
    const line: PlacedText[] = [
      [`L${digit(seed, at)}${at}`, 40, top],
      [first ?? '', 90, top],
      [row.quantity, right(row.quantity, 300), top],
      [row.amount, right(row.amount, 400), top],
      [weight, right(weight, 520), top],
    ];
    top += 14;
    if (more === undefined) return [line];
    top += 14;
    return [line, [[`for ${more}`, 90, top - 14]]];
  });
  const head: PlacedText[][] = [
    [
      ['Drift Chandlery', 40, 40],
      ['INVOICE', 440, 40],
    ],
    [
      [CLIENTS[seed % CLIENTS.length] ?? '', 40, 60],
      ['Invoice No:', 380, 60],
      [`D-${seed}0${seed}`, 470, 60],
    ],
    [
      ['Lot', 40, 140],
      ['Wares', 90, 140],
      ['Casks', 270, 140],
      ['Crowns', 364, 140],
      ['Stones', 484, 140],
    ],
  ];
  const foot: PlacedText[][] = [[['Thank you for your custom', 40, top + 30]], [['Drift Chandlery', 40, top + 60]]];
  return { reading: placedReading([...head, ...lines, ...foot]), rows };
}

/** An invoice of another house that the engine reads by itself. */
function plainInvoice(seed: number): Sheet {
  const rows = numbered(countOf(seed)).map((at) => ({
    description: ware(seed, at),
    quantity: String(1 + digit(seed, at)),
    amount: amount(seed, at),
  }));
  const lines = rows.map((row, at): PlacedText[] => [
    [row.description, 60, 200 + at * 15],
    [row.quantity, right(row.quantity, 330), 200 + at * 15],
    [row.amount, right(row.amount, 500), 200 + at * 15],
  ]);
  const head: PlacedText[][] = [
    [
      ['Cove Supplies Ltd', 60, 40],
      ['INVOICE', 440, 40],
    ],
    [
      ['Invoice No:', 60, 80],
      [`C-${seed}1`, 150, 80],
    ],
    [
      ['Description', 60, 180],
      ['Quantity', 282, 180],
      ['Amount', 464, 180],
    ],
  ];
  return { reading: placedReading([...head, ...lines]), rows };
}

const findingsOf = (schema: ExtractionSchema, { reading }: Sheet) =>
  findFields({ documentId: 'doc_1', reading, schema, language: 'en' });
const INVOICE = schemaForType('invoice');
const LOOKS = [
  ['a list of an own schema', TIDES, 'stays', tides],
  ['line items under unknown headings', INVOICE, 'lineItems', chandler],
  ['a list over pages with headings', TIDES, 'stays', longTides(() => true)],
  ['a list over pages, headed once', TIDES, 'stays', longTides((page) => page === 0)],
  ['a list on a scan', TIDES, 'stays', scanned(tides)],
  ['line items on a scan', INVOICE, 'lineItems', scanned(chandler)],
] as const;

const specOf = (schema: ExtractionSchema, list: string) => {
  const spec = schema.fields.find(({ name }) => name === list);
  if (!spec) throw new Error(`no list ${list}`);
  return spec;
};
/** Whether the list is read right, by what was taught and then as a whole. */
function isRead(schema: ExtractionSchema, list: string, sheet: Sheet, lessons: readonly TableLesson[]): boolean {
  const { fields } = concludeFields(withTables(findingsOf(schema, sheet), new Map([[list, lessons]])));
  const items = fields.find(({ name }) => name === list)?.items ?? [];
  const cells = items.map((row) => ({
    cells: row.fields.flatMap(({ name, value }) => (value === null ? [] : [{ field: name, value }])),
  }));
  return saysRows(specOf(schema, list).fields ?? [], cells, sheet.rows);
}
function taught(schema: ExtractionSchema, list: string, sheet: Sheet): TableLesson {
  const { view } = findingsOf(schema, sheet);
  const lesson = tableLessonOf(view, specOf(schema, list), sheet.rows, isRead(schema, list, sheet, []));
  if (!lesson) throw new Error('nothing was learned');
  return decodeTable(encodeTable(lesson));
}
const SEEDS = [11, 23, 35, 47, 58];

describe.each(LOOKS)('%s', (_, schema, list, sheetOf) => {
  const lessons = [3, 14].map((seed) => taught(schema, list, sheetOf(seed)));

  it('is read wrong before it is taught', () => {
    expect(SEEDS.filter((seed) => isRead(schema, list, sheetOf(seed), []))).toEqual([]);
  });

  it('is read right in other documents of the look after two', () => {
    expect(SEEDS.filter((seed) => !isRead(schema, list, sheetOf(seed), lessons))).toEqual([]);
  });

  it('is taught nothing by rows that do not stand there', () => {
    const sheet = sheetOf(3);
    const wrong = sheet.rows.map((row) => ({ ...row, [Object.keys(row)[0] ?? '']: 'Nowhere at all' }));
    const { view } = findingsOf(schema, sheet);
    expect(tableLessonOf(view, specOf(schema, list), wrong, false)).toBeNull();
    expect(tableLessonOf(view, specOf(schema, list), [], false)).toBeNull();
  });
});

it('documents of other looks are read as before, and so is a look that the engine reads right', () => {
  const lessons = [3, 14].map((seed) => taught(INVOICE, 'lineItems', chandler(seed)));
  const own = [3, 14].map((seed) => taught(INVOICE, 'lineItems', plainInvoice(seed)));
  expect(own.every(({ localRight }) => localRight)).toBe(true);
  for (const seed of SEEDS) {
    const findings = findingsOf(INVOICE, plainInvoice(seed));
    const taughtBy = withTables(findings, new Map([['lineItems', [...lessons, ...own]]]));
    expect(taughtBy.found).toEqual(findings.found);
  }
});
