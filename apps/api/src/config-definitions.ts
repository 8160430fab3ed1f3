import { cacheConfig } from '@app/cache';
import { type ConfigDefinition, redisConfig, runtimeConfig } from '@app/config';
import { databaseConfig, migrationConfig } from '@app/database';
import { encryptionConfig } from '@app/encryption';
import { httpConfig, rateLimitConfig } from '@app/http';
import { llmConfig } from '@app/llm';

import { queueConfig } from '@app/queue';
import { readingConfig } from '@app/reading';
import { storageConfig } from '@app/storage';
import { threadsConfig } from '@app/threads';
import { appConfig } from './app.config.js';
import { analyticsConfig } from './analytics/index.js';
import { authConfig } from './auth/index.js';
import { classifiersConfig } from './classifiers/index.js';
import { complianceConfig } from './compliance/index.js';
import { documentsConfig } from './documents/index.js';
import { extractionConfig } from './extraction/index.js';
import { healthConfig } from './health/index.js';
import { lifecycleConfig } from './lifecycle/index.js';
import { modelsConfig } from './models/index.js';
import { sealingConfig } from './sealing/index.js';
import { tenantsConfig } from './tenants/index.js';

/** Every part of the configuration. A start lists all problems of all parts at once. */
export const CONFIG_DEFINITIONS: readonly ConfigDefinition[] = [
  appConfig,
  runtimeConfig,
  httpConfig,
  rateLimitConfig,
  databaseConfig,
  migrationConfig,
  redisConfig,
  cacheConfig,
  queueConfig,
  storageConfig,
  encryptionConfig,
  threadsConfig,
  readingConfig,
  llmConfig,
  modelsConfig,
  tenantsConfig,
  authConfig,
  documentsConfig,
  classifiersConfig,
  extractionConfig,
  healthConfig,
  complianceConfig,
  lifecycleConfig,
  sealingConfig,
  analyticsConfig,
];
