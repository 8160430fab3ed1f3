import type { ReadingLimits } from './format-reader.js';

/** Bytes of a character in the widest encoding (UTF-32). */
const WIDEST = 4;

/** Enough for all the characters that are kept of a text that has no markup. */
export const bytesOfText = ({ maxCharacters }: ReadingLimits): number => WIDEST * maxCharacters;

/** Markup that holds pictures as text may be many times as long as its words; more of it does not fit into memory as parsed. */
export const bytesOfMarkup = (limits: ReadingLimits): number => Math.max(bytesOfText(limits), 96 * 1024 * 1024);
