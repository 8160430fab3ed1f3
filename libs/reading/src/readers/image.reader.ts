import type { FormatReader } from './format-reader.js';

/** Pictures with one page; upright by their EXIF orientation. The work is loaded with the first picture. */
export const imageReader: FormatReader = {
  mediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
  read: async (input) => (await import('../ocr/read-image.js')).readImage(input),
};
