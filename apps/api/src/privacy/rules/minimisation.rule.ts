import type { PrivacyRule } from '../domain/privacy-rule.js';

/** What models get. Whether a stated basis is a good one is for a person to say. */
export const minimisationRule: PrivacyRule = {
  demand: 'minimisation',
  checks: 'What the settings let models see; not whether the purpose needs the data.',
  check: ({ settings: { piiPolicy, privacy } }) => {
    const { modelInput } = piiPolicy;
    const evidence = { modelInput, modelInputBasis: privacy.modelInputBasis };
    if (modelInput !== 'plain') return { state: 'met', evidence };
    return { state: privacy.modelInputBasis === null ? 'violated' : 'not-checked', evidence };
  },
};
