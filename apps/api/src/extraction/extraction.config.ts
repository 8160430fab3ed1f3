import { availableParallelism } from 'node:os';
import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const extractionConfig = defineConfig('extraction', {
  threads: setting(
    'EXTRACTION_THREADS',
    value.integer(Math.ceil(availableParallelism() / 2), 1, 256),
    'Threads that look for the fields of documents; each uses one core, and starts when there is work for it.',
  ),
  modelTokens: setting(
    'EXTRACTION_MODEL_TOKENS',
    value.integer(1_000_000, 1_000),
    'Tokens that models may take to read one document, its long lists piece by piece (some 500 dense pages); then the local engine stands for the rest. A budget may end it earlier',
  ),
});
export type ExtractionConfig = ConfigOf<typeof extractionConfig>;
