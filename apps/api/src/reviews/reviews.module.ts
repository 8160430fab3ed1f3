import { Global, Module } from '@nestjs/common';
import { ClassificationModule } from '../classification/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { DocumentsModule, ResultWatch } from '../documents/index.js';
import { ExtractionModule } from '../extraction/index.js';
import { QualityModule } from '../quality/index.js';
import { SchemasModule } from '../schemas/index.js';
import { SettingsWatch, TenantsModule } from '../tenants/index.js';
import { ReviewItemsRepository } from './data/review-items.repository.js';
import { ReviewsRepository } from './data/reviews.repository.js';
import { ReviewsController } from './http/reviews.controller.js';
import { ReviewJudge } from './review-judge.service.js';
import { ReviewLessons } from './review-lessons.service.js';
import { ReviewQueue } from './review-queue.service.js';
import { ReviewRecords } from './review-records.service.js';
import { ReviewsService } from './reviews.service.js';
import { SettingsChanges } from './settings-changes.service.js';
import { ReviewSettingsWatch } from './settings-watch.service.js';
import { StandingReviews } from './standing-reviews.service.js';
import { TypeReviews } from './type-reviews.service.js';

/** Global, because documents tell of results, and tenants of settings, by their ports. */
@Global()
@Module({
  imports: [
    ClassificationModule,
    ConversationsModule,
    DocumentsModule,
    ExtractionModule,
    QualityModule,
    SchemasModule,
    TenantsModule,
  ],
  controllers: [ReviewsController],
  providers: [
    ReviewItemsRepository,
    ReviewJudge,
    ReviewLessons,
    ReviewQueue,
    ReviewRecords,
    ReviewsRepository,
    ReviewsService,
    SettingsChanges,
    StandingReviews,
    TypeReviews,
    { provide: ResultWatch, useExisting: ReviewQueue },
    { provide: SettingsWatch, useClass: ReviewSettingsWatch },
  ],
  exports: [ResultWatch, SettingsChanges, SettingsWatch],
})
export class ReviewsModule {}
