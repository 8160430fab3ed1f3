export * from './decorators.js';
export * from './tenant-context.js';
export * from './tenant.interceptor.js';
