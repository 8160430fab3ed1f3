import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const encryptionConfig = defineConfig('encryption', {
  keys: setting(
    'ENCRYPTION_KEYS',
    value.optionalText(),
    'Master secrets that wrap the data keys of tenants, 32 characters or more, separated by commas: the first one wraps, all unwrap; lost secrets are lost data',
    { secret: true },
  ),
  keysFile: setting(
    'ENCRYPTION_KEYS_FILE',
    value.optionalText(),
    'File with the master secrets, instead of ENCRYPTION_KEYS; keys/encryption.txt in DATA_DIR where both are absent, made at the first start outside production',
  ),
  kmsUrl: setting(
    'ENCRYPTION_KMS_URL',
    value.optionalText(),
    'Transit engine of OpenBao or Vault that holds the master key instead, as https://vault.example.com/v1/transit',
  ),
  kmsKey: setting('ENCRYPTION_KMS_KEY', value.text('dossier'), 'Name of the key in the transit engine'),
  kmsToken: setting('ENCRYPTION_KMS_TOKEN', value.optionalText(), 'Token for the transit engine', { secret: true }),
  kmsDeadlineMs: setting(
    'ENCRYPTION_KMS_DEADLINE_MS',
    value.integer(3_000, 100, 60_000),
    'Milliseconds that one try at the key management service may take; there are three',
  ),
  cacheSeconds: setting(
    'ENCRYPTION_KEY_CACHE_SECONDS',
    value.integer(300, 1, 3_600),
    'Seconds for which a process keeps unwrapped data keys of a tenant; a new version of a data key is written with after twice as long, when every process knows it',
  ),
  cacheTenants: setting(
    'ENCRYPTION_KEY_CACHE_TENANTS',
    value.integer(1_000, 1, 100_000),
    'Tenants whose unwrapped data keys a process keeps at most',
  ),
});
export type EncryptionConfig = ConfigOf<typeof encryptionConfig>;
