export { type StorageConfig, storageConfig } from '@app/config';
export * from './local-object-store.js';
export * from './object-store.js';
export type { OrphanSweep } from './orphan-sweep.js';
export * from './storage.module.js';
export * from './zip-stream.js';
