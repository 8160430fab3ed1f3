import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const extractionConfig = defineConfig('extraction', {
  modelTokens: setting(
    'EXTRACTION_MODEL_TOKENS',
    value.integer(1_000_000, 1_000),
    'Tokens that models may take to read one document, its long lists piece by piece (some 500 dense pages); then the local engine stands for the rest. A budget may end it earlier',
  ),
});
export type ExtractionConfig = ConfigOf<typeof extractionConfig>;
