import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const sealingConfig = defineConfig('sealing', {
  sweepMs: setting(
    'SEALING_SWEEP_MS',
    value.integer(60_000, 100),
    'Time between two looks for data keys that another master key has wrapped, and for values in the database that are plain or sealed with an older data key, milliseconds',
  ),
});
export type SealingConfig = ConfigOf<typeof sealingConfig>;
