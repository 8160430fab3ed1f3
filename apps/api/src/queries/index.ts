export { IndexingService } from './indexing.service.js';
export { indexDocumentJob } from './jobs/index-document.job.js';
export { QueriesModule } from './queries.module.js';
export { QueriesService } from './queries.service.js';
export { SearchService } from './search.service.js';
export { TenantIndexes } from './tenant-indexes.service.js';
