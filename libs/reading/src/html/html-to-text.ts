import { writeBlocks } from '../blocks.js';
import { readHtml } from './read-html.js';

export interface HtmlText {
  readonly text: string;
  readonly title: string | null;
}

/**
 * What a reader of the page would read: blocks on lines of their own, cells of a table row on one line with wide gaps,
 * scripts, styles and hidden parts dropped. Works in one pass and takes any input; nothing is fetched or run.
 */
export function htmlToText(html: string): HtmlText {
  const { blocks, title } = readHtml(html);
  return { text: writeBlocks(blocks, 0).text, title };
}
