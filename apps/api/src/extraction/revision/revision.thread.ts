export { locateValues as compute } from './locate-values.js';
