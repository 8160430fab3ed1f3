import type { FormatReader } from './format-reader.js';
import { bytesOfMarkup } from './text-bounds.js';

/** The work is loaded with the first document. */
export const rtfReader: FormatReader = {
  mediaTypes: ['application/rtf', 'text/rtf'],
  maxBytes: bytesOfMarkup,
  read: async (input) => (await import('../rtf/read-rtf.js')).readRtfDocument(input),
};
