import { linesOf, type TextLine } from './lines.js';

/** What stands before a Markdown text: `key: value` lines (YAML) or `key = value` lines (TOML) between marks. */
export interface FrontMatter {
  /** Number of lines, marks included. */
  readonly lines: number;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Keys of front matter, and those under which a reading has them. */
const KEYS: Readonly<Record<string, string>> = {
  title: 'title',
  author: 'author',
  authors: 'author',
  date: 'creationDate',
  lastmod: 'modDate',
  description: 'description',
  summary: 'description',
  keywords: 'keywords',
  tags: 'keywords',
  lang: 'language',
  language: 'language',
};
const MAX_LINES = 500;
const ENTRY = /^([\w-]{1,60})\s*[:=]\s*(.*)$/;

export function readFrontMatter(text: string): FrontMatter | null {
  const mark = /^(---|\+\+\+)[ \t]*\n/.exec(text)?.[1];
  if (mark === undefined) return null;
  const lines = linesOf(text.slice(0, 100_000)).slice(0, MAX_LINES);
  const end = lines.findIndex(
    ({ text: line }, index) => index > 0 && (line.trimEnd() === mark || line.trimEnd() === '...'),
  );
  const body = lines.slice(1, Math.max(1, end));
  // A rule at the beginning of a text is none.
  if (end < 0 || !body.some(({ text: line }) => ENTRY.test(line))) return null;
  return { lines: end + 1, metadata: metadataOf(body) };
}

function metadataOf(lines: readonly TextLine[]): Record<string, string> {
  const metadata: Record<string, string> = {};
  lines.forEach(({ text }, index) => {
    const [, name = '', value = ''] = ENTRY.exec(text) ?? [];
    const key = Object.hasOwn(KEYS, name.toLowerCase()) ? KEYS[name.toLowerCase()] : undefined;
    if (key === undefined || key in metadata) return;
    const plain = value === '' ? itemsBelow(lines, index).join(', ') : valueOf(value);
    if (plain !== '') metadata[key] = plain;
  });
  return metadata;
}

/** `[a, "b"]` and `"a"` without marks. */
const valueOf = (value: string): string =>
  /^\[.*\]$/.test(value)
    ? value
        .slice(1, -1)
        .split(',')
        .map(unquoted)
        .filter((item) => item !== '')
        .join(', ')
    : unquoted(value);

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value.trim())?.[2] ?? value.trim();

function itemsBelow(lines: readonly TextLine[], index: number): string[] {
  const items: string[] = [];
  for (const { text } of lines.slice(index + 1)) {
    const item = /^\s*-\s+(.*)$/.exec(text)?.[1];
    if (item === undefined) break;
    items.push(unquoted(item));
  }
  return items;
}
