import type { FormatReader } from './format-reader.js';

/** Pictures, upright by what they say of their orientation. The work is loaded with the first picture. */
export const imageReader: FormatReader = {
  mediaTypes: [
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/gif',
    'image/avif',
    'image/tiff',
    'image/bmp',
    'image/heic',
    'image/heif',
    'image/heic-sequence',
    'image/heif-sequence',
  ],
  read: async (input) => (await import('../image/read-image.js')).readImage(input),
};
