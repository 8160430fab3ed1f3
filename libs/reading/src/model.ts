// What threads may load: no framework, no readers.
export { type PackedReading, unpackReading } from './stored/packed-reading.js';
export { slicePages } from './stored/slice-pages.js';
export { xmlText } from './xml/xml-text.js';
