import { Module } from '@nestjs/common';
import { JudgeAnewProcessor } from './jobs/judge-anew.processor.js';
import { ReviewsModule } from './reviews.module.js';

@Module({ imports: [ReviewsModule], providers: [JudgeAnewProcessor] })
export class ReviewsWorkerModule {}
