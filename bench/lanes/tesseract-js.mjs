import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createWorker } from 'tesseract.js';

export async function open() {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  const worker = await createWorker('eng', 1, { langPath: `${data}/4.0.0_best_int`, cacheMethod: 'none' });
  return {
    read: async ({ path }) => (await worker.recognize(path)).data.text,
    close: async () => void (await worker.terminate()),
  };
}
