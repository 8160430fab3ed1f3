import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const modelsConfig = defineConfig('models', {
  callLifeSeconds: setting(
    'MODELS_CALL_LIFE_SECONDS',
    value.integer(900, 10, 86_400),
    'Seconds after which a call to a model that was never settled (a crash) counts as spent in full',
  ),
  keyEncryption: setting(
    'MODELS_KEY_ENCRYPTION_KEY',
    value.optionalText(),
    "32 bytes in base64 that encrypt tenants' own provider keys; without it tenants cannot store keys",
    { secret: true },
  ),
});
export type ModelsConfig = ConfigOf<typeof modelsConfig>;
