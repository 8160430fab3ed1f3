export {
  CLASSIFIED_TABLES,
  type ClassifiedTable,
  type ClassifiedTableName,
  classifiedTable,
  type Form,
} from './classified-columns.js';
export { ClassifiedColumns, type RowKey, type TableSeals } from './classified.service.js';
export { DataKeys, type KeyEvidence, type KeyVersion } from './data-keys.service.js';
export { DataKeysRepository } from './data-keys.repository.js';
export { type EncryptionConfig, encryptionConfig } from './encryption.config.js';
export { EncryptionModule } from './encryption.module.js';
export { FileMasterKeys } from './file-master-keys.js';
export { KmsMasterKeys } from './kms-master-keys.js';
export { MasterKeys } from './master-keys.js';
export { PLAIN_COLUMNS, undescribed } from './plain-columns.js';
export { isSealed, TenantSeals } from './tenant-seals.js';
export { XAES_OVERHEAD, XaesKey } from './xaes.js';
