export { GoldenModule } from './golden.module.js';
export { evaluateSetJob } from './jobs/evaluate-set.job.js';
