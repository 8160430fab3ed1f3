import type { Page, StoredReading } from '@app/reading';
import { blocksToMarkdown } from './markdown-blocks.js';
import { linesToMarkdown } from './markdown-lines.js';
import { inlineMarkdown } from './markdown-text.js';

/** What fences say of code that is a whole file. */
const LANGUAGES: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/x-ndjson': 'json',
  'application/xml': 'xml',
};

/**
 * The reading as Markdown: headings, lists, tables and code where the reading knows them, else rows of cells as tables; pages
 * are parted by rules, and named where they have names (sheets, slides, chapters). A Markdown file is itself.
 */
export function toMarkdown(reading: StoredReading): string {
  if (reading.pages.length === 0 || reading.mediaType === 'text/markdown') return reading.text;
  return reading.pages.map((page) => pageToMarkdown(reading, page)).join('\n\n---\n\n');
}

function pageToMarkdown({ text, mediaType, pages }: StoredReading, page: Page): string {
  const body =
    page.blocks.length > 0
      ? blocksToMarkdown(text, page, LANGUAGES[mediaType] ?? '')
      : linesToMarkdown(text.slice(page.start, page.end));
  const name = inlineMarkdown(page.name ?? '');
  // A chapter's name is often its first heading.
  const isSaid = name === '' || pages.length === 1 || body.split('\n', 1)[0]?.replace(/^#+ /, '') === name;
  return isSaid ? body : `## ${name}\n\n${body}`.trim();
}
