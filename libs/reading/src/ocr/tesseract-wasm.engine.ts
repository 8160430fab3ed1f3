import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type PSM, type Worker } from 'tesseract.js';
import { readingError } from '../reading.errors.js';
import { meanConfidence, type OcrEngine } from './ocr-engine.js';
import { greyPng } from './prepare-image.js';
import { pageMode, tesseractScale } from './tesseract-settings.js';
import { parseTsv } from './tsv.js';

let starting: Promise<Worker> | null = null;

/** The trained data come with a package; nothing is fetched and nothing is written. */
function startWorker(): Promise<Worker> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  return createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
}

async function stopWorker(): Promise<void> {
  const worker = await starting?.catch(() => null);
  starting = null;
  await worker?.terminate();
}

/** Tesseract as WebAssembly, where the program is not installed; kept warm in a thread of the reading process. */
export const wasmTesseract: OcrEngine = {
  name: 'tesseract-wasm',
  isAvailable: () => true,
  recognise: async (source, { maxPixels, deadline }) => {
    const { png, width, height } = await greyPng(source, tesseractScale(source, maxPixels));
    const tsv = await beforeDeadline(deadline, async () => {
      starting ??= startWorker();
      const worker = await starting;
      await worker.setParameters({ tessedit_pageseg_mode: pageMode(source) as PSM });
      return (await worker.recognize(Buffer.from(png), {}, { text: false, tsv: true })).data.tsv ?? '';
    });
    const words = parseTsv(tsv);
    return { words, frame: { width, height }, confidence: meanConfidence(words), skew: 0 };
  },
};

/** A recognition cannot be interrupted, so at the deadline its thread is ended. */
async function beforeDeadline<T>(deadline: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(readingError('reading_timeout')), Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    void stopWorker();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
