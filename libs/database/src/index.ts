export * from './bulk.js';
export * from './database.config.js';
export * from './database.module.js';
export * from './databases.js';
export * from './migrator.js';
export { migrations } from './migrations/registry.js';
export * from './transaction.js';
export * from './served-tenants.js';
