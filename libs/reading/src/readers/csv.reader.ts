import { csvBlocks } from '../csv/csv-blocks.js';
import { decodePlainText } from '../encoding/decode-text.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader } from './format-reader.js';
import { bytesOfText } from './text-bounds.js';

/** Texts up to this size are read where they are; it takes a few milliseconds at most. */
const IN_PROCESS_BYTES = 64 * 1024;

/** Tables as text, whatever parts their cells; a row is a line, with wide gaps between the cells as in all tables. */
export const csvReader: FormatReader = {
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  maxBytes: bytesOfText,
  isSafeInProcess: ({ bytes }) => bytes.byteLength <= IN_PROCESS_BYTES,
  read: async ({ bytes, mediaType, limits }) => {
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    const { blocks, isLong } = csvBlocks(decodePlainText(bytes));
    builder.addBlocks(blocks);
    if (isLong) builder.warn('table_told_in_part');
    return builder.build();
  },
};
