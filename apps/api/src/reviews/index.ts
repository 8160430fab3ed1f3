export { judgeAnewJob } from './jobs/judge-anew.job.js';
export { ReviewsModule } from './reviews.module.js';
