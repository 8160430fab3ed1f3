import { decodePlainText } from '../encoding/decode-text.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader } from './format-reader.js';
import { bytesOfText } from './text-bounds.js';

/** Texts up to this size are read where they are; it takes a few milliseconds at most. */
const IN_PROCESS_BYTES = 256 * 1024;

/** Text as it stands. */
export const plainTextReader: FormatReader = {
  mediaTypes: ['text/plain', 'text/x-log'],
  maxBytes: bytesOfText,
  isSafeInProcess: ({ bytes }) => bytes.byteLength <= IN_PROCESS_BYTES,
  read: async ({ bytes, mediaType, limits }) => {
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    builder.addText(decodePlainText(bytes));
    return builder.build();
  },
};
