export { reviseResult as compute } from './revise-result.js';
