export * from './reading-model.js';
