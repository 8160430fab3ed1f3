export { lookAtDocument as compute } from './look-at-document.js';
