import { REGION } from '@app/kernel';
import { z } from 'zod';
import { type ConfigOf, defineConfig, setting } from './define-config.js';
import * as value from './values.js';

/** What several parts have to know of this instance: whether it is production, and which region it stands in. */
export const runtimeConfig = defineConfig('runtime', {
  environment: setting(
    'NODE_ENV',
    value.choice(['development', 'test', 'production'], 'development'),
    'production makes no keys by itself and refuses secrets that were left at their example values',
  ),
  region: setting(
    'REGION',
    z.string().regex(REGION, 'must be the name of a region: lower-case letters, digits and hyphens').optional(),
    'The region of this instance: work and data of tenants of other regions are refused. Without it all tenants are served',
  ),
});
export type RuntimeConfig = ConfigOf<typeof runtimeConfig>;
