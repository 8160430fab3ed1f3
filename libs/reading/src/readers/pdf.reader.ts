import { refuseStreamBombs } from '../pdf/stream-bombs.js';
import type { FormatReader } from './format-reader.js';

/** The work is loaded with the first document, so that processes that only ask what can be read stay small. */
export const pdfReader: FormatReader = {
  mediaTypes: ['application/pdf'],
  read: async (input) => {
    await refuseStreamBombs(input.bytes);
    return (await import('../pdf/read-pdf.js')).readPdf(input);
  },
};
