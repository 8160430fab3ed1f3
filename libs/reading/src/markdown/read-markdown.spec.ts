import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read-markdown.js';

const blocksOf = (source: string): string[] => {
  const { text, blocks } = readMarkdown(source);
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`);
};

describe('blocks', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'headings',
      '# One #\ntext\n###### Six\n#no',
      ['heading1: # One #', 'paragraph: text', 'heading6: ###### Six', 'paragraph: #no'],
    ],
    ['underlined headings', 'One\n===\n\nTwo\nlines\n---\n', ['heading1: One\n===', 'heading2: Two\nlines\n---']],
    ['paragraphs', 'a\nb\n\n  c\n', ['paragraph: a\nb', 'paragraph: c']],
    [
      'lists',
      '- a\n  more\n  1. b\n\t* c\n- d\n\n+ e',
      ['list-item1: - a\n  more', 'list-item2: 1. b', 'list-item3: * c', 'list-item1: - d', 'list-item1: + e'],
    ],
    ['text behind a list', '- a\n\n  more\n\nend', ['list-item1: - a', 'paragraph: more', 'paragraph: end']],
    ['rules', 'a\n\n***\n- - -\nb', ['paragraph: a', 'paragraph: b']],
    ['fenced code', '~~~ js\n# no\n```\n~~~\nend', ['code: ~~~ js\n# no\n```\n~~~', 'paragraph: end']],
    ['a fence in a list', '- a\n  ```\n  x\n  ```\n', ['list-item1: - a', 'code:   ```\n  x\n  ```']],
    ['a fence that stays open', '```\na\n\nb', ['code: ```\na\n\nb']],
    ['indented code', 'a\n\n    x = 1\n\n    y\n\nb', ['paragraph: a', 'code:     x = 1\n\n    y', 'paragraph: b']],
    ['quotes and footnotes', '> a\n> b\n\n[^1]: note\n', ['paragraph: > a\n> b', 'note: [^1]: note']],
    ['HTML', '<ul>\n<li>a\n</ul>\n', ['paragraph: <ul>\n<li>a\n</ul>']],
    ['nothing', '', []],
  ])('%s', (_, source, blocks) => expect(blocksOf(source)).toEqual(blocks));

  it('tables, with the places of their cells', () => {
    const { text, blocks } = readMarkdown('a | b \\| c\n:-- | --:\n| 1 | |\n2\n\n| x |\n|---|\n');
    const tables = blocks.map(({ kind, table }) => [
      kind,
      table?.rows,
      table?.columns,
      table?.cells.map(({ row, column, isHeader, start, end }) => [
        row,
        column,
        isHeader ?? false,
        text.slice(start, end),
      ]),
    ]);
    expect(tables).toEqual([
      [
        'table',
        2,
        2,
        [
          [0, 0, true, 'a'],
          [0, 1, true, 'b \\| c'],
          [1, 0, false, '1'],
          [1, 1, false, ''],
        ],
      ],
      ['paragraph', undefined, undefined, undefined],
      ['table', 1, 1, [[0, 0, true, 'x']]],
    ]);
  });

  it('takes a line of bars that is none for text', () =>
    expect(blocksOf('a | b\n--- | --- | ---')).toEqual(['paragraph: a | b\n--- | --- | ---']));
});

describe('front matter', () => {
  it('is metadata', () => {
    const source = '---\ntitle: "A: b"\nauthors:\n  - Ann\n  - Bob\ntags: [x, \'y\']\nother: 1\n---\n# T';
    expect(readMarkdown(source).metadata).toEqual({ title: 'A: b', author: 'Ann, Bob', keywords: 'x, y' });
    expect(blocksOf(source).slice(0, 2)).toEqual(['key-value: title: "A: b"', 'key-value: authors:']);
    expect(blocksOf(source).at(-1)).toBe('heading1: # T');
  });
  it('may be TOML', () => expect(readMarkdown('+++\ntitle = "T"\n+++\n').metadata).toEqual({ title: 'T' }));
  it('is not a rule', () => expect(blocksOf('---\ntext\n\n---\n')).toEqual(['paragraph: text']));
});

describe('comments', () => {
  it.each([
    ['a\n<!-- one\ntwo -->\nb', 'a\nb', ['one\ntwo']],
    ['a <!--x--> b<!--y-->', 'a  b', ['x', 'y']],
    ['`<!-- code -->`\n\n```\n<!-- code -->\n```', '`<!-- code -->`\n\n```\n<!-- code -->\n```', []],
    ['a <!-- never closed', 'a <!-- never closed', []],
    ['<!-- a <!-- b --> c', ' c', ['a <!-- b']],
  ])('%j', (source, text, hidden) => expect(readMarkdown(source)).toMatchObject({ text, hidden }));
});
