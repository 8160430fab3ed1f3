import { join, resolve } from 'node:path';
import { type ConfigOf, defineConfig, setting, value } from '@app/config';
import { Global, Module } from '@nestjs/common';
import { LocalObjectStore } from './local-object-store.js';
import { ObjectStore } from './object-store.js';

export const storageConfig = defineConfig('storage', {
  dataDir: setting(
    'DATA_DIR',
    value.text('.data'),
    'Folder of everything that the service keeps itself: files, keys, the embedded database',
  ),
});
export type StorageConfig = ConfigOf<typeof storageConfig>;

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
