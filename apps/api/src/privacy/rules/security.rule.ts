import type { PrivacyRule } from '../domain/privacy-rule.js';

/** What is encrypted by the service itself. Disks, backups and networks are not seen from here. */
export const securityRule: PrivacyRule = {
  demand: 'security',
  check: ({ keysEncrypted, keys }) => ({
    state: 'not-checked',
    evidence: {
      providerKeys: keysEncrypted ? 'encrypted' : 'not kept',
      pseudonyms: 'encrypted',
      files: 'encrypted',
      masterKeys: keys.kind,
      masterKeyId: keys.currentMasterKeyId,
      textsInDatabase: 'not encrypted by the service',
    },
  }),
};
