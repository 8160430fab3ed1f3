import { readEpub } from '../epub/read-epub.js';
import type { FormatReader } from './format-reader.js';

export const epubReader: FormatReader = {
  mediaTypes: ['application/epub+zip'],
  read: readEpub,
};
