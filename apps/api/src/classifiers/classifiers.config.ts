import { type ConfigOf, defineConfig, setting, value } from '@app/config';

const MEGABYTE = 1024 * 1024;

export const classifiersConfig = defineConfig('classifiers', {
  maxExamples: setting('CLASSIFIERS_MAX_EXAMPLES', value.integer(50_000, 10), 'Examples that one classifier may have'),
  cacheBytes: setting(
    'CLASSIFIERS_CACHE_BYTES',
    value.integer(64 * MEGABYTE, MEGABYTE),
    'Trained classifiers that a process keeps in memory, bytes',
  ),
  trainingMs: setting('CLASSIFIERS_TRAINING_MS', value.integer(600_000, 1000), 'Longest time that a training may take'),
  trainingMemoryMb: setting(
    'CLASSIFIERS_TRAINING_MEMORY_MB',
    value.integer(2048, 128),
    'Memory that a training process may take for its objects, MB',
  ),
});
export type ClassifiersConfig = ConfigOf<typeof classifiersConfig>;
