export * from './config.module.js';
export * from './define-config.js';
export * from './load-config.js';
export * from './redis.config.js';
export * from './runtime.config.js';
export * from './secret-source.js';
export * from './storage.config.js';
export * as value from './values.js';
