// What threads may load: no framework, no readers.
export { type PackedReading, unpackReading } from './stored/packed-reading.js';
export { xmlText } from './xml/xml-text.js';
