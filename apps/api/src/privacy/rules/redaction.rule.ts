import { unprotectedTypes } from '@app/privacy';
import type { PrivacyRule } from '../domain/privacy-rule.js';

/** Which types of personal data are replaced before a model sees a text. */
export const redactionRule: PrivacyRule = {
  demand: 'redaction',
  checks: 'Which types the settings have replaced before a model sees a text; not how many of them are found.',
  check: ({ settings: { piiPolicy } }, framework) => {
    const { types } = piiPolicy;
    const missing = unprotectedTypes(types, framework);
    return {
      state: missing.length === 0 ? 'met' : 'violated',
      evidence: { types: types.length === 0 ? 'all' : types, missing },
    };
  },
};
