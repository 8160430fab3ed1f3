import { join, resolve } from 'node:path';
import { type RuntimeConfig, runtimeConfig, type StorageConfig, storageConfig } from '@app/config';
import { SystemDatabase } from '@app/database';
import { AppError } from '@app/kernel';
import { Global, Module } from '@nestjs/common';
import { ClassifiedColumns } from './classified.service.js';
import { DataKeysRepository } from './data-keys.repository.js';
import { DataKeys } from './data-keys.service.js';
import { type EncryptionConfig, encryptionConfig } from './encryption.config.js';
import { FileMasterKeys, readKeyFile, secretsOf } from './file-master-keys.js';
import { KmsMasterKeys } from './kms-master-keys.js';
import { MasterKeys } from './master-keys.js';

/** Master keys by the configuration: a key management service, given secrets, or a file. */
export async function loadMasterKeys(
  config: EncryptionConfig,
  { dataDir }: StorageConfig,
  { environment }: RuntimeConfig,
): Promise<MasterKeys> {
  const { kmsUrl: url, kmsKey: keyName, kmsToken: token, kmsDeadlineMs: deadlineMs } = config;
  if (url !== undefined) {
    if (token === undefined)
      throw new AppError('invalid_configuration', 'invalid', {
        detail: 'ENCRYPTION_KMS_TOKEN: has to be set with ENCRYPTION_KMS_URL',
      });
    return new KmsMasterKeys({ url, keyName, token, deadlineMs });
  }
  if (config.keys !== undefined) return new FileMasterKeys(secretsOf(config.keys));
  const path = config.keysFile ?? join(resolve(dataDir), 'keys', 'encryption.txt');
  const mayCreate = environment !== 'production' && config.keysFile === undefined;
  return new FileMasterKeys(secretsOf(await readKeyFile(path, mayCreate)));
}

/** Provides `DataKeys` and `ClassifiedColumns` everywhere. */
@Global()
@Module({
  providers: [
    {
      provide: MasterKeys,
      inject: [encryptionConfig.token, storageConfig.token, runtimeConfig.token],
      useFactory: loadMasterKeys,
    },
    {
      provide: DataKeys,
      inject: [MasterKeys, SystemDatabase, encryptionConfig.token],
      useFactory: (masters: MasterKeys, system: SystemDatabase, config: EncryptionConfig) =>
        new DataKeys(masters, new DataKeysRepository(system), config),
    },
    { provide: ClassifiedColumns, inject: [DataKeys], useFactory: (keys: DataKeys) => new ClassifiedColumns(keys) },
  ],
  exports: [MasterKeys, DataKeys, ClassifiedColumns],
})
export class EncryptionModule {}
