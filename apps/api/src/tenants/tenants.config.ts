import { type ConfigOf, defineConfig, setting, value } from '@app/config';

const MEBIBYTE = 1024 * 1024;

export const tenantsConfig = defineConfig('tenants', {
  requestsPerMinute: setting(
    'TENANTS_REQUESTS_PER_MINUTE',
    value.integer(12_000, 1),
    'Requests a minute that a tenant may send where nothing else was granted to it',
  ),
  burst: setting(
    'TENANTS_BURST',
    value.integer(400, 1),
    'Requests in one second that a tenant may send where nothing else was granted to it',
  ),
  maxUploadBytes: setting(
    'TENANTS_MAX_UPLOAD_BYTES',
    value.integer(512 * MEBIBYTE, 1),
    'Largest file that a tenant may upload where nothing else was granted to it, bytes',
  ),
  settingsCacheMs: setting(
    'TENANTS_SETTINGS_CACHE_MS',
    value.integer(5_000, 1, 60_000),
    'Time after which a change of tenant settings has reached every instance, milliseconds',
  ),
});
export type TenantsConfig = ConfigOf<typeof tenantsConfig>;
