import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const modelsConfig = defineConfig('models', {
  callLifeSeconds: setting(
    'MODELS_CALL_LIFE_SECONDS',
    value.integer(900, 10, 86_400),
    'Seconds after which a call to a model that was never settled (a crash) counts as spent in full',
  ),
  batchGatherSeconds: setting(
    'MODELS_BATCH_GATHER_SECONDS',
    value.integer(600, 0, 86_400),
    'Longest time that a request which can wait is held back to go into a batch with others',
  ),
  batchRequests: setting(
    'MODELS_BATCH_REQUESTS',
    value.integer(2_000, 1, 50_000),
    'Requests in one batch at most; a batch is made at once where so many wait',
  ),
  keyEncryption: setting(
    'MODELS_KEY_ENCRYPTION_KEY',
    value.optionalText(),
    "32 bytes in base64 that encrypt tenants' own provider keys; without it tenants cannot store keys",
    { secret: true },
  ),
});
export type ModelsConfig = ConfigOf<typeof modelsConfig>;
