import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const httpConfig = defineConfig('http', {
  port: setting('PORT', value.integer(3000, 0, 65_535), 'Port of the HTTP API'),
  host: setting('HOST', value.text('0.0.0.0'), 'Address that the HTTP API listens on'),
  publicUrl: setting(
    'PUBLIC_URL',
    value.optionalText(),
    'Address under which people reach the service; only for what is printed and for token issuers',
  ),
  trustedProxies: setting(
    'HTTP_TRUSTED_PROXIES',
    value.list(),
    'Addresses or networks of proxies whose X-Forwarded-For is believed',
  ),
  jsonLimitBytes: setting('HTTP_JSON_LIMIT_BYTES', value.integer(12 * 1024 * 1024, 1024), 'Largest JSON body, bytes'),
});
export type HttpConfig = ConfigOf<typeof httpConfig>;
