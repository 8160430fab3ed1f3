// Who reads what. A lane is {name, module, options?}; a peer that is not a part of the project names its package or program.
/** `isSlow` lanes are not in a smoke run. */
const ours = (options) => ({ name: 'ours', module: './ours.mjs', isOurs: true, ...options });
const peer = (name, module, more = {}) => ({ name, module, ...more });
const optional = (name, module) => peer(name, module, { package: name });

const MARKUP = [ours(), optional('officeparser', './officeparser.mjs')];

/** Lanes by family of the corpus. Ours comes first: the others are held against it. */
export const LANES = {
  pdf: [
    ours(),
    peer('pdfium (WASM, text alone)', './pdfium.mjs'),
    peer('unpdf', './unpdf.mjs'),
    peer('pdftotext', './pdftotext.mjs', { program: 'pdftotext', install: 'apt install poppler-utils' }),
    optional('pdfjs-dist', './pdfjs.mjs'),
    optional('mupdf', './mupdf.mjs'),
    optional('officeparser', './officeparser.mjs'),
  ],
  ocr: [
    ours({ name: 'ours, 2 processes', module: './ours-pooled.mjs', options: { processes: 2 }, isSlow: true }),
    ours({ name: 'ours, 1 process', module: './ours-pooled.mjs', options: { processes: 1 } }),
    peer('tesseract as it comes', './tesseract.mjs', {
      program: 'tesseract',
      install: 'apt install tesseract-ocr',
      isSlow: true,
    }),
    peer('tesseract, 1 thread', './tesseract.mjs', {
      program: 'tesseract',
      install: 'apt install tesseract-ocr',
      options: { threads: 1 },
    }),
    peer('tesseract.js', './tesseract-js.mjs', { isSlow: true }),
  ],
  mail: [ours(), peer('postal-mime', './postal-mime.mjs'), optional('mailparser', './mailparser.mjs')],
  docx: [...MARKUP, optional('mammoth', './mammoth.mjs')],
  xlsx: [...MARKUP, optional('exceljs', './exceljs.mjs')],
  pptx: MARKUP,
  html: [...MARKUP],
};

/** A family of its own for everything else that a folder may hold. */
export const OTHER = 'other';
LANES[OTHER] = MARKUP;
