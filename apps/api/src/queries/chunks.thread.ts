export { chunksOf as compute } from './chunks-of.js';
