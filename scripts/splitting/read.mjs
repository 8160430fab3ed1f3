// Readings of generated batches, by the service as it was built; a third of them as if scanned, and some of them in part.
import { join } from 'node:path';
import { root } from '../prepare.mjs';
import { makeBatch } from './batches.mjs';
import { worldOf } from './world.mjs';

const built = (path) => import(join(root, 'dist', path));

export async function openEngine() {
  const { readDocument } = await built('libs/reading/src/readers/read-document.js');
  const { readingConfig } = await built('libs/reading/src/reading.config.js');
  const { loadConfig } = await built('libs/config/src/load-config.js');
  const { classifyDocument } = await built('apps/api/src/classification/domain/classify-document.js');
  const { findGaps } = await built('apps/api/src/splitting/domain/find-boundaries.js');
  const { findParts } = await built('apps/api/src/splitting/domain/find-parts.js');
  const { FEATURES } = await built('apps/api/src/splitting/domain/boundary-features.js');
  const { maxOcrPixels: maxPixels, ...config } = loadConfig(readingConfig, {});
  const typeOf = (reading) => classifyDocument({ reading, filename: null, mediaType: reading.mediaType });
  return {
    FEATURES,
    read: (bytes) =>
      readDocument({
        bytes,
        mediaType: 'application/pdf',
        limits: { ...config, maxPixels, deadline: Date.now() + 600_000 },
      }),
    gaps: (reading) => findGaps(reading, typeOf, () => true),
    parts: (reading) => findParts(reading, typeOf),
  };
}

export async function* readBatches(engine, from, to) {
  for (let seed = from; seed < to; seed++) {
    const batch = await makeBatch(seed);
    const reading = await engine.read(batch.bytes);
    yield { ...batch, seed, reading: scanned(reading, seed) };
  }
}

const CONFUSED = { o: '0', l: '1', i: 'l', e: 'c', m: 'rn', n: 'ri', s: '5', b: 'h', 1: 'l', 0: 'O', 5: 'S', 8: 'B' };

/** The reading with the mistakes of recognition: letters taken for others of the same length, heights that waver. */
function scanned(reading, seed) {
  const w = worldOf(`scan ${seed}`);
  const share = w.pick([0, 0, 0, 1, 1, 0.3]);
  if (share === 0) return reading;
  const text = Array.from(reading.text, (letter) => {
    const other = CONFUSED[letter];
    return other?.length === 1 && w.chance(0.03) ? other : letter;
  }).join('');
  const pages = reading.pages.map((page) =>
    !w.chance(share)
      ? page
      : {
          ...page,
          provenance: 'ocr',
          quality: 0.9,
          lines: page.lines.map((line) => ({
            ...line,
            box: line.box && {
              ...line.box,
              height: line.box.height * (0.85 + 0.3 * w.random()),
              x: line.box.x + 0.004 * w.random(),
            },
          })),
        },
  );
  return { ...reading, text: text.length === reading.text.length ? text : reading.text, pages };
}
