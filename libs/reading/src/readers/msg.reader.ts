import type { FormatReader } from './format-reader.js';

/** Messages, contacts, appointments, tasks and notes of Outlook. The work is loaded with the first one. */
export const msgReader: FormatReader = {
  mediaTypes: ['application/vnd.ms-outlook', 'application/vnd.ms-tnef'],
  read: async (input) => (await import('../mail/mapi/read-mapi.js')).readMapiDocument(input),
};
