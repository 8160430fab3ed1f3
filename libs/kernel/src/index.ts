export * from './app-error.js';
export * from './async.js';
export * from './clock.js';
export * from './group-commit.js';
export * from './ids.js';
export * from './json.js';
export * from './regions.js';
