export * from './text-model.js';
