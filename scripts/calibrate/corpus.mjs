// Documents with their truth, as readings: digital pages, and pages as recognition gives them.
import { readDocument } from '../../dist/libs/reading/src/readers/read-document.js';
import { KINDS } from './kinds.mjs';
import { asRecognised } from './noise.mjs';
import { choicesOf } from './words.mjs';

/** Share of pages that come from a scanner; photographs always do. */
const SCANNED = 0.4;

const limits = () => ({
  maxPages: 20,
  maxOcrPages: 0,
  maxCharacters: 1_000_000,
  maxChildren: 10,
  maxChildBytes: 1_000_000,
  maxInflatedBytes: 10_000_000,
  maxEntries: 100,
  maxImagePixels: 1_000_000,
  maxPixels: 1_000_000,
  ocr: 'off',
  deadline: Date.now() + 60_000,
});

/** The n-th document of the corpus: the same in every run. */
export async function documentOf(n) {
  const c = choicesOf(n + 1);
  const { bytes, isPhotograph, ...rest } = await KINDS[n % KINDS.length](c);
  const reading = await readDocument({ bytes, mediaType: 'application/pdf', filename: null, limits: limits() });
  const isRecognised = isPhotograph || c.chance(SCANNED);
  return { ...rest, id: String(n), reading: isRecognised ? asRecognised(reading, c, 0.3 + 0.7 * c.random()) : reading };
}
