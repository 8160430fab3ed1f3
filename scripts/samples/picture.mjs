// Pages as pictures: rendered by pdfium, which has the standard fonts inside, and worn by sharp as a camera or scanner would.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { randomOf } from './numbers.mjs';

const POINTS_PER_INCH = 72;

/** The pages of a PDF as sharp pictures in grey. */
export async function rendered(bytes, dpi) {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    try {
      const pages = [];
      for (const page of document.pages()) {
        const { data, width, height } = await page.render({
          scale: dpi / POINTS_PER_INCH,
          colorSpace: 'BGRA',
          render: async ({ data, width, height }) =>
            sharp(data, { raw: { width, height, channels: 4 } })
              .flatten({ background: 'white' })
              .png()
              .toBuffer(),
        });
        pages.push({ png: Buffer.from(data), width, height });
      }
      return pages;
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}

/** Light that falls off towards a corner, as a picture to multiply with: white is full light. */
function shade(width, height, { from, to }) {
  const grey = (level) => `rgb(${level},${level},${level})`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>` +
      `<linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${grey(from)}"/>` +
      `<stop offset="1" stop-color="${grey(to)}"/></linearGradient></defs>` +
      `<rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  );
}

/** Grain around middle grey, to lay over a picture: a quarter of its size, so that it has spots and stays small. */
export function grain(width, height, { seed, strength }) {
  const random = randomOf(seed);
  const size = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const data = Buffer.alloc(size.width * size.height);
  for (let i = 0; i < data.length; i++) data[i] = 128 + Math.round((random() + random() - 1) * strength);
  return sharp(data, { raw: { ...size, channels: 1 } })
    .resize(width, height, { kernel: 'linear' })
    .png()
    .toBuffer();
}

/** As a telephone takes it: paper on a table, a little askew, uneven light, slightly soft, some grain. */
export async function photographed(page, { angle, seed, border = 60 }) {
  const turned = await sharp(page.png)
    .extend({ top: border, bottom: border, left: border, right: border, background: '#6f6a66' })
    .rotate(angle, { background: '#6f6a66' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = turned.info;
  const lit = await sharp(turned.data)
    .composite([
      { input: shade(width, height, { from: 250, to: 196 }), blend: 'multiply' },
      { input: await grain(width, height, { seed, strength: 12 }), blend: 'soft-light' },
    ])
    .blur(0.6)
    .toBuffer();
  return sharp(lit).greyscale().png({ palette: true, colours: 24, dither: 0, compressionLevel: 9 }).toBuffer();
}

/** As a flatbed scanner gives it: grey JPEG, hardly askew, with grain of the paper. */
export async function scanned(page, { angle, seed }) {
  const turned = await sharp(page.png).rotate(angle, { background: 'white' }).toBuffer({ resolveWithObject: true });
  const { width, height } = turned.info;
  const worn = await sharp(turned.data)
    .composite([
      { input: shade(width, height, { from: 252, to: 238 }), blend: 'multiply' },
      { input: await grain(width, height, { seed, strength: 14 }), blend: 'soft-light' },
    ])
    .toBuffer();
  return sharp(worn).greyscale().jpeg({ quality: 62 }).toBuffer();
}
