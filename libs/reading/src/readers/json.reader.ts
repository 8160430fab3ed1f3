import { decodePlainText } from '../encoding/decode-text.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader } from './format-reader.js';

/** Texts up to this size are read where they are; it takes a few milliseconds at most. */
const IN_PROCESS_BYTES = 256 * 1024;

/** JSON, and JSON line by line, as it is written, so that offsets and quotes are the file's own. */
export const jsonReader: FormatReader = {
  mediaTypes: ['application/json', 'application/x-ndjson'],
  isSafeInProcess: ({ bytes }) => bytes.byteLength <= IN_PROCESS_BYTES,
  read: async ({ bytes, mediaType, limits }) => {
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    const text = decodePlainText(bytes);
    const end = text.trimEnd().length;
    builder.addWritten({ text, blocks: end === 0 ? [] : [{ kind: 'code', start: 0, end, box: null }] });
    return builder.build();
  },
};
