export { PseudonymsModule } from './pseudonyms.module.js';
export { Pseudonyms } from './pseudonyms.service.js';
