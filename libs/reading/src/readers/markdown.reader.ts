import { decodePlainText } from '../encoding/decode-text.js';
import { readMarkdown } from '../markdown/read-markdown.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader } from './format-reader.js';
import { bytesOfText } from './text-bounds.js';

/** Texts up to this size are read where they are; it takes a few milliseconds at most. */
const IN_PROCESS_BYTES = 256 * 1024;

/** Markdown stays as it is written, so that offsets and quotes are the file's own; only comments, which no page shows, are hidden. */
export const markdownReader: FormatReader = {
  mediaTypes: ['text/markdown'],
  maxBytes: bytesOfText,
  isSafeInProcess: ({ bytes }) => bytes.byteLength <= IN_PROCESS_BYTES,
  read: async ({ bytes, mediaType, limits }) => {
    const { text, blocks, metadata, hidden } = readMarkdown(decodePlainText(bytes));
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    builder.addWritten({ text, blocks });
    for (const comment of hidden) builder.addHidden(1, comment, 'markup');
    builder.setMetadata(metadata);
    return builder.build();
  },
};
