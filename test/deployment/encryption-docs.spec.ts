import { readFile } from 'node:fs/promises';
import { CLASSIFIED_TABLES, type ClassifiedTable, PLAIN_COLUMNS } from '@app/encryption';
import { expect, it } from 'vitest';

const PAGE = 'docs/encryption.md';

/** Cells of all rows of the table in the page, without the blanks that the formatter puts in. */
const rowsOf = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replace(/\s*\|\s*/g, '|').trim());

it('docs/encryption.md says of all columns what the registry says', async () => {
  const page = await readFile(PAGE, 'utf8');
  const sealed = Object.entries(CLASSIFIED_TABLES as Readonly<Record<string, ClassifiedTable>>).flatMap(
    ([table, { columns }]) =>
      Object.entries(columns).map(([column, { form, holds }]) => `|\`${table}.${column}\`|${form}|${holds}|`),
  );
  const rows = rowsOf(page);
  expect(rows.slice(2)).toEqual(sealed);

  const text = page.replace(/\s+/g, ' ');
  for (const { reason, columns } of PLAIN_COLUMNS.filter(({ isContent }) => isContent)) {
    const names = Object.entries(columns).flatMap(([table, list]) =>
      list.split(' ').map((name) => `\`${table}.${name}\``),
    );
    expect(text).toContain(`- ${names.join(', ')}: ${reason}.`);
  }
});
