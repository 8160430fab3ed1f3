import { cleanText, decodeText } from '../encoding/decode-text.js';
import { htmlToText } from '../html/html-to-text.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { FormatReader } from './format-reader.js';

export const htmlReader: FormatReader = {
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read: async ({ bytes, mediaType, limits }) => {
    const { text, title } = htmlToText(decodeText(bytes).text);
    const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
    builder.addText(cleanText(text));
    if (title !== null) builder.setMetadata({ title });
    return builder.build();
  },
};
