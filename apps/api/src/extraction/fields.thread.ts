export { computeFields as compute } from './read-fields.js';
