import { afterAll, beforeAll, describe } from 'vitest';
import { deploy, type Deployment } from '../support/e2e.js';
import { archives, MAX_TREE } from './journeys/archives.js';
import { atOnce } from './journeys/at-once.js';
import { documents } from './journeys/documents.js';
import { limitsOfTenants } from './journeys/limits-of-tenants.js';
import { openApi } from './journeys/openapi.js';
import { sampleDocuments } from './journeys/samples.js';

/** Each is of tenants of its own, so that one service does for all: a start is seconds of work. */
describe('through the built service,', () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await deploy(['all'], {
      DOCUMENTS_MAX_TREE_DOCUMENTS: String(MAX_TREE),
      DOCUMENTS_MAX_DEPTH: '3',
      TENANTS_SETTINGS_CACHE_MS: '50',
      READING_PROCESSES: '2',
    });
  });
  afterAll(() => deployment.stop());

  // The last one kills the service.
  for (const journey of [documents, openApi, archives, limitsOfTenants, sampleDocuments, atOnce])
    journey(() => deployment);
});
