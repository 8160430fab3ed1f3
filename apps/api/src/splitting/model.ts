// What threads may load: no framework, no I/O.
export { findParts } from './domain/find-parts.js';
