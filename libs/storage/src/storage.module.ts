import { join, resolve } from 'node:path';
import { type StorageConfig, storageConfig } from '@app/config';
import { DataKeys } from '@app/encryption';
import { Global, Module } from '@nestjs/common';
import { LocalObjectStore } from './local-object-store.js';
import { ObjectStore } from './object-store.js';

@Global()
@Module({
  providers: [
    {
      provide: ObjectStore,
      inject: [storageConfig.token, DataKeys],
      useFactory: async (config: StorageConfig, keys: DataKeys) => {
        const store = new LocalObjectStore(join(resolve(config.dataDir), 'files'), keys);
        await store.start();
        return store;
      },
    },
  ],
  exports: [ObjectStore],
})
export class StorageModule {}
