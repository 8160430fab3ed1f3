// Documents to measure reading with: made from seeds, the same in every run, each with all of its words known.
import { mails } from './mails.mjs';
import { officeFiles } from './office.mjs';
import { pdfs } from './pdfs.mjs';
import { scans } from './scans.mjs';

/**
 * The corpus, not made yet: {name, family, mediaType, pages, make}, where `make` answers {bytes, text}. Families are `pdf`,
 * `ocr` (pictures of pages), `mail`, `docx`, `xlsx`, `pptx` and `html`. `scale` 1 is as few as will do.
 */
export const corpus = ({ scale = 4 } = {}) => [...pdfs(scale), ...scans(scale), ...mails(scale), ...officeFiles(scale)];
