import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const authConfig = defineConfig('auth', {
  keysFile: setting(
    'AUTH_KEYS_FILE',
    value.optionalText(),
    'JWKS file with the private signing keys; keys/jwt.json in DATA_DIR where absent',
  ),
  keysReloadSeconds: setting(
    'AUTH_KEYS_RELOAD_SECONDS',
    value.integer(30, 1, 3_600),
    'Time after which a change of the keys file is noticed, seconds',
  ),
  issuer: setting('AUTH_ISSUER', value.text('dossier'), 'Issuer of access tokens (claim `iss`)'),
  audience: setting('AUTH_AUDIENCE', value.text('dossier-api'), 'Audience of access tokens (claim `aud`)'),
  accessTokenSeconds: setting(
    'AUTH_ACCESS_TOKEN_SECONDS',
    value.integer(900, 5, 86_400),
    'Life of an access token, seconds',
  ),
  refreshTokenDays: setting(
    'AUTH_REFRESH_TOKEN_DAYS',
    value.integer(14, 1, 365),
    'Life of a refresh token that is not used, days',
  ),
  lockAttempts: setting(
    'AUTH_LOCK_ATTEMPTS',
    value.integer(10, 1, 100),
    'Wrong passwords in one window after which an account is locked',
  ),
  lockMinutes: setting(
    'AUTH_LOCK_MINUTES',
    value.integer(15, 1, 1_440),
    'Length of that window and of the lock, minutes',
  ),
  verifiedCacheMs: setting(
    'AUTH_VERIFIED_CACHE_MS',
    value.integer(5_000, 1, 60_000),
    'Time that a verified token or key is believed without looking again; revocation takes this long, milliseconds',
  ),
  firstTenantName: setting(
    'INIT_TENANT_NAME',
    value.text('Default'),
    'Name of the tenant that an empty database starts with',
  ),
  firstAdminEmail: setting(
    'INIT_ADMIN_EMAIL',
    value.text('admin@localhost'),
    'E-mail address of its first administrator',
  ),
  firstAdminPassword: setting(
    'INIT_ADMIN_PASSWORD',
    value.optionalText(),
    'Password of its first administrator; made up and shown once where absent',
    { secret: true },
  ),
});
export type AuthConfig = ConfigOf<typeof authConfig>;
