export * from './cache.config.js';
export * from './cache.module.js';
export * from './live-channel.js';
export * from './redis.js';
export * from './tiered-cache.js';
export * from './tiers.js';
