// What threads may load: no framework, no I/O.
export { calibratorOf } from './domain/tenant-calibrator.js';
