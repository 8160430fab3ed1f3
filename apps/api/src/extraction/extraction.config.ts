import { availableParallelism } from 'node:os';
import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const extractionConfig = defineConfig('extraction', {
  threads: setting(
    'EXTRACTION_THREADS',
    value.integer(Math.ceil(availableParallelism() / 2), 1, 256),
    'Threads that look for the fields of documents; each uses one core, and starts when there is work for it.',
  ),
});
export type ExtractionConfig = ConfigOf<typeof extractionConfig>;
