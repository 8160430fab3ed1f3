import type { FormatReader } from './format-reader.js';

const OASIS = 'application/vnd.oasis.opendocument.';
const KINDS = ['text', 'spreadsheet', 'presentation', 'graphics'];

/** OpenDocument, its templates and flat XML, and what it came from: the XML formats of OpenOffice 1 and StarOffice 6. */
export const odfReader: FormatReader = {
  mediaTypes: [
    ...KINDS.flatMap((kind) => [`${OASIS}${kind}`, `${OASIS}${kind}-template`, `${OASIS}${kind}-flat-xml`]),
    `${OASIS}text-master`,
    `${OASIS}text-web`,
    `${OASIS}formula`,
    `${OASIS}chart`,
    `${OASIS}image`,
    `${OASIS}base`,
    `${OASIS}database`,
    ...['writer', 'writer.global', 'calc', 'impress', 'draw', 'math'].map((kind) => `application/vnd.sun.xml.${kind}`),
  ],
  read: async (input) => (await import('../odf/read-odf.js')).readOdf(input),
};
