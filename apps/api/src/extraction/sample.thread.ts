export { sampleOfDocument as compute } from './sample-of-document.js';
