import { type ConfigOf, defineConfig, setting } from './define-config.js';
import * as value from './values.js';

/** Whether this is production, which several parts have to know. */
export const runtimeConfig = defineConfig('runtime', {
  environment: setting(
    'NODE_ENV',
    value.choice(['development', 'test', 'production'], 'development'),
    'production makes no keys by itself and refuses secrets that were left at their example values',
  ),
});
export type RuntimeConfig = ConfigOf<typeof runtimeConfig>;
