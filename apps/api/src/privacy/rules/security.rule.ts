import type { PrivacyRule } from '../domain/privacy-rule.js';

/** What is encrypted by the service itself. Disks, backups and networks are not seen from here. */
export const securityRule: PrivacyRule = {
  demand: 'security',
  checks: 'What this service encrypts itself.',
  check: ({ keysEncrypted, keys, sealing }) => ({
    state: 'not-checked',
    evidence: {
      providerKeys: keysEncrypted ? 'encrypted' : 'not kept',
      pseudonyms: 'encrypted',
      files: 'encrypted',
      masterKeys: keys.kind,
      masterKeyId: keys.currentMasterKeyId,
      olderMasterKeysInUse: keys.masterKeyIds.filter((id) => id !== keys.currentMasterKeyId).join(', ') || 'none',
      dataKeyVersion: sealing.keyVersion,
      textsInDatabase:
        sealing.tables === sealing.allTables
          ? 'encrypted'
          : 'encrypted when written, being looked through for older ones',
      encryptedColumns: sealing.columns,
      lookedThrough: `${sealing.tables} of ${sealing.allTables} tables`,
      valuesThatDoNotOpen: sealing.failed,
      plainInDatabase: 'file names, metadata of documents, names of types and fields: docs/encryption.md',
    },
  }),
};
