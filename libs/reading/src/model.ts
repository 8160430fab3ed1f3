// What threads may load: no framework, no readers.
export { type PackedReading, unpackReading } from './stored/packed-reading.js';
