import { type ConfigOf, defineConfig, setting } from './define-config.js';
import * as value from './values.js';

export const storageConfig = defineConfig('storage', {
  dataDir: setting(
    'DATA_DIR',
    value.text('.data'),
    'Folder of everything that the service keeps itself: files, keys, the embedded database',
  ),
});
export type StorageConfig = ConfigOf<typeof storageConfig>;
