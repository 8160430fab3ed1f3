import { Global, Module } from '@nestjs/common';
import { DocumentsModule, SearchCopies } from '../documents/index.js';
import { ChunksRepository } from './data/chunks.repository.js';
import { QueriesRepository } from './data/queries.repository.js';
import { QueriesController } from './http/queries.controller.js';
import { SearchController } from './http/search.controller.js';
import { IndexingService } from './indexing.service.js';
import { QueriesService, QuoteService } from './queries.service.js';
import { SearchService } from './search.service.js';
import { TenantIndexes } from './tenant-indexes.service.js';

/** Global, because documents ask for search by its port. */
@Global()
@Module({
  imports: [DocumentsModule],
  controllers: [SearchController, QueriesController],
  providers: [
    ChunksRepository,
    QueriesRepository,
    TenantIndexes,
    SearchService,
    IndexingService,
    QuoteService,
    QueriesService,
    { provide: SearchCopies, useExisting: ChunksRepository },
  ],
  exports: [SearchCopies, TenantIndexes, SearchService, QueriesService, IndexingService],
})
export class QueriesModule {}
