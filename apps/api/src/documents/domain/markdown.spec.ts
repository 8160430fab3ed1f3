import type { Block, StoredReading } from '@app/reading';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from './markdown.js';

interface Part {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly level?: number;
  /** Cells in rows, by their text. */
  readonly cells?: readonly (readonly string[])[];
}

/** A reading of one page, its blocks parted by empty lines. */
function readingOf(parts: readonly Part[], overrides: Partial<StoredReading> = {}): StoredReading {
  const text = parts.map((part) => part.text).join('\n\n');
  let at = 0;
  const blocks = parts.map(({ kind, text: body, level, cells }): Block => {
    const start = text.indexOf(body, at);
    at = start + body.length;
    return {
      kind,
      start,
      end: at,
      box: null,
      ...(level === undefined ? {} : { level }),
      ...(cells === undefined ? {} : { table: tableOf(text, start, cells) }),
    };
  });
  return readingWith(text, blocks, overrides);
}

function tableOf(text: string, from: number, rows: readonly (readonly string[])[]): NonNullable<Block['table']> {
  let at = from;
  const cells = rows.flatMap((row, rowIndex) =>
    row.map((cell, column) => {
      const start = text.indexOf(cell, at);
      at = start + cell.length;
      return { row: rowIndex, column, start, end: at, box: null };
    }),
  );
  return { rows: rows.length, columns: Math.max(...rows.map((row) => row.length)), cells };
}

const readingWith = (text: string, blocks: readonly Block[], overrides: Partial<StoredReading>): StoredReading => ({
  mediaType: 'text/html',
  text,
  pages: [{ number: 1, width: 0, height: 0, start: 0, end: text.length, provenance: 'markup', lines: [], blocks }],
  email: null,
  metadata: {},
  hidden: [],
  receipt: {
    pages: { total: 1, read: 1, empty: 0, failed: 0 },
    ocrPages: 0,
    characters: text.length,
    childrenFound: 0,
    childrenSkipped: [],
    truncated: false,
    warnings: [],
  },
  ...overrides,
});

describe('a page with blocks', () => {
  it.each<[string, readonly Part[], string]>([
    [
      'headings and paragraphs',
      [
        { kind: 'heading', level: 2, text: 'Title' },
        { kind: 'paragraph', text: 'one\ntwo' },
      ],
      '## Title\n\none  \ntwo',
    ],
    [
      'lists with their depth',
      [
        { kind: 'list-item', level: 1, text: '- a' },
        { kind: 'list-item', level: 2, text: '3. b\nmore' },
        { kind: 'list-item', level: 1, text: '• c' },
        { kind: 'list-item', level: 1, text: 'a. d' },
        { kind: 'paragraph', text: 'end' },
      ],
      '- a\n    3. b\n        more\n- c\n- a. d\n\nend',
    ],
    [
      'tables',
      [{ kind: 'table', text: 'a   b|c\nd\n<b>   f', cells: [['a', 'b|c'], ['d'], ['<b>', 'f']] }],
      '| a | b\\|c |\n| --- | --- |\n| d |  |\n| \\<b> | f |',
    ],
    ['a single row', [{ kind: 'table', text: 'a   b', cells: [['a', 'b']] }], 'a   b'],
    ['code', [{ kind: 'code', text: 'x\n```\ny' }], '````\nx\n```\ny\n````'],
    [
      'labels and values',
      [
        { kind: 'key-value', text: 'A: 1' },
        { kind: 'key-value', text: 'B: 2' },
      ],
      'A: 1  \nB: 2',
    ],
    ['notes', [{ kind: 'note', text: 'one\ntwo' }], '> one\n> two'],
    [
      'text that looks like markup',
      [{ kind: 'paragraph', text: '# no\n- no\n7. no\n5 < 6 <script>\n---' }],
      '\\# no  \n\\- no  \n7\\. no  \n5 < 6 \\<script>  \n\\---',
    ],
  ])('%s', (_, parts, markdown) => expect(toMarkdown(readingOf(parts))).toBe(markdown));

  it('keeps text that is in no block', () =>
    expect(
      toMarkdown(
        readingWith(
          'before\n\nTitle\n\na   b\nc   d',
          [{ kind: 'heading', level: 1, start: 8, end: 13, box: null }],
          {},
        ),
      ),
    ).toBe('before\n\n# Title\n\n| a | b |\n| --- | --- |\n| c | d |'));

  it('is itself where it is Markdown', () => {
    const source = '# T\n\n* a';
    expect(toMarkdown(readingOf([{ kind: 'heading', level: 1, text: source }], { mediaType: 'text/markdown' }))).toBe(
      source,
    );
  });

  it('says what code of a whole file is', () =>
    expect(toMarkdown(readingOf([{ kind: 'code', text: '{}' }], { mediaType: 'application/json' }))).toBe(
      '```json\n{}\n```',
    ));
});

describe('pages', () => {
  const page = (number: number, start: number, end: number, name?: string) => ({
    ...readingWith('', [], {}).pages[0]!,
    number,
    start,
    end,
    ...(name === undefined ? {} : { name }),
  });

  it('makes tables of lines with cells where there are no blocks', () => {
    const text = 'Bill\nname   sum\nA|B   1\nend';
    expect(toMarkdown(readingWith(text, [], {}))).toBe('Bill\n\n| name | sum |\n| --- | --- |\n| A\\|B | 1 |\n\nend');
  });

  it('parts and names them', () =>
    expect(
      toMarkdown(
        readingWith('one\n\ntwo\n\nthree', [], {
          pages: [page(1, 0, 3, 'Sheet'), page(2, 5, 8), page(3, 10, 15, 'three')],
        }),
      ),
    ).toBe('## Sheet\n\none\n\n---\n\ntwo\n\n---\n\nthree'));

  it('is the text where there are none', () => expect(toMarkdown(readingWith('text', [], { pages: [] }))).toBe('text'));
});
