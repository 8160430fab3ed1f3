// Pages as pictures of 200 dots an inch: clean, a little askew, with the grain of a poor copy.
import sharp from 'sharp';
import { flow, put } from '../pdf.mjs';
import { grain, rendered } from '../picture.mjs';
import { written } from './pdfs.mjs';
import { writer } from './words.mjs';

const DPI = 200;

function page(seed) {
  const { heading, paragraph, whole } = writer(seed);
  return written((doc) => {
    put(doc, heading(), 50, 50, { size: 15 });
    doc.y = 90;
    doc.x = 50;
    flow(doc, [paragraph(80), { heading: heading() }, paragraph(80), paragraph(60)], { size: 11 });
    for (let row = 0; row < 6; row++)
      [heading(), String(1 + whole(90)), `${1 + whole(900)}.${10 + whole(90)}`].forEach((cell, at) =>
        put(doc, cell, [50, 330, 430][at], 600 + row * 20, { size: 11 }),
      );
  });
}

const WEAR = {
  clean: (picture) => picture,
  skewed: (picture) => picture.rotate(0.7, { background: 'white' }),
  noisy: async (picture, seed) => {
    const { data, info } = await picture.blur(0.5).toBuffer({ resolveWithObject: true });
    const over = await grain(info.width, info.height, { seed, strength: 60 });
    return sharp(data).composite([{ input: over, blend: 'hard-light' }]);
  },
};

async function scan(kind, seed) {
  const { bytes, text } = await page(seed);
  const [{ png }] = await rendered(bytes, DPI);
  const worn = await WEAR[kind](sharp(png).greyscale(), seed);
  return { bytes: await worn.greyscale().png().toBuffer(), text };
}

/** `scale` of each kind; one clean page where it is one. */
export const scans = (scale) =>
  Object.keys(WEAR)
    .slice(0, scale > 1 ? undefined : 1)
    .flatMap((kind, at) =>
      Array.from({ length: Math.ceil(scale / 2) }, (_, index) => ({
        name: `scan-${kind}-${index}.png`,
        family: 'ocr',
        mediaType: 'image/png',
        pages: 1,
        make: () => scan(kind, 500 + 10 * at + index),
      })),
    );
