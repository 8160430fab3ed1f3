export * from './usage-recorder.js';
