import { createWorker, OEM, type PSM, type Worker } from 'tesseract.js';
import { readingError } from '../reading.errors.js';
import { meanConfidence, type OcrEngine } from './ocr-engine.js';
import { scaled, toPgm } from './ocr-image.js';
import { OCR_LANGUAGES, type OcrLanguage, packedDataFolder } from './tesseract-data.js';
import { pageMode, tesseractScale } from './tesseract-settings.js';
import { parseTsv } from './tsv.js';

interface Started {
  readonly language: OcrLanguage;
  readonly worker: Promise<Worker>;
}

let started: Started | null = null;

/** The trained data come with packages; nothing is fetched. One language at a time is kept. */
async function workerFor(language: OcrLanguage): Promise<Worker> {
  if (started?.language !== language) {
    await stopWorker();
    started = { language, worker: startWorker(language) };
  }
  return started.worker;
}

const startWorker = (language: OcrLanguage): Promise<Worker> =>
  createWorker(OCR_LANGUAGES[language], OEM.LSTM_ONLY, {
    langPath: packedDataFolder(language),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });

async function stopWorker(): Promise<void> {
  const worker = await started?.worker.catch(() => null);
  started = null;
  await worker?.terminate();
}

/** Tesseract as WebAssembly, where the program is not installed; kept warm in a thread of the reading process. */
export const wasmTesseract: OcrEngine = {
  name: 'tesseract-wasm',
  recognise: async (picture, { maxPixels, language, deadline }) => {
    const image = await scaled(picture.image, tesseractScale(picture, maxPixels));
    const pgm = toPgm(image);
    const tsv = await beforeDeadline(deadline, async () => {
      const worker = await workerFor(language);
      await worker.setParameters({ tessedit_pageseg_mode: pageMode(picture) as PSM });
      return (await worker.recognize(pgm, {}, { text: false, tsv: true })).data.tsv ?? '';
    });
    const words = parseTsv(tsv);
    return { words, frame: image, confidence: meanConfidence(words), skew: 0, quarters: 0 };
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
