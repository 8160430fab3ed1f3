import { join, resolve } from 'node:path';
import { type StorageConfig, storageConfig } from '@app/config';
import { Global, Module } from '@nestjs/common';
import { LocalObjectStore } from './local-object-store.js';
import { ObjectStore } from './object-store.js';

@Global()
@Module({
  providers: [
    {
      provide: ObjectStore,
      inject: [storageConfig.token],
      useFactory: async (config: StorageConfig) => {
        const store = new LocalObjectStore(join(resolve(config.dataDir), 'files'));
        await store.start();
        return store;
      },
    },
  ],
  exports: [ObjectStore],
})
export class StorageModule {}
