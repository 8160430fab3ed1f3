// Our reader as the service runs it: reading processes that are kept, as many documents at once as there are of them.
import { join } from 'node:path';
import { root } from '../../scripts/prepare.mjs';

const built = (path) => import(join(root, 'dist', 'libs', path));

export const usesProcesses = true;

export async function open({ processes }) {
  await import('reflect-metadata');
  const { DocumentReader } = await built('reading/src/document-reader.service.js');
  const { readingConfig } = await built('reading/src/reading.config.js');
  const { loadConfig } = await built('config/src/load-config.js');
  const reader = new DocumentReader({ ...loadConfig(readingConfig, {}), processes, wallSeconds: 600 });
  return {
    atOnce: processes,
    read: async ({ path, mediaType, name }) =>
      (await reader.readInto({ path, mediaType, filename: name }, async () => {})).text,
    close: async () => reader.onModuleDestroy(),
  };
}
