/** Text that would begin something else than a paragraph: a heading, a list, a quote, a rule, a fence. */
const BEGINS_BLOCK = /^(\s*)(#{1,6}(?=\s|$)|[-+*>](?=\s|$)|\d{1,9}(?=[.)](?:\s|$))|={3,}|-{3,}|`{3,}|~{3,})/;
/** What a page that shows Markdown would take for HTML. */
const TAG = /<(?=[a-z/!?])/gi;

/** Text of a cell or heading: one line, no HTML. */
export const inlineMarkdown = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(TAG, '\\<');

/** A line of a paragraph as Markdown that shows the same line. */
export const lineMarkdown = (line: string): string =>
  line
    .replace(TAG, '\\<')
    .replace(BEGINS_BLOCK, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );

/** Code between fences that are longer than any inside. */
export function fencedCode(code: string, language = ''): string {
  let longest = 2;
  for (const [run] of code.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
