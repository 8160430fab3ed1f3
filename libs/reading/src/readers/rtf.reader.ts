import type { FormatReader } from './format-reader.js';

/** The work is loaded with the first document. */
export const rtfReader: FormatReader = {
  mediaTypes: ['application/rtf', 'text/rtf'],
  read: async (input) => (await import('../rtf/read-rtf.js')).readRtfDocument(input),
};
