import { type ConfigOf, defineConfig, setting, value } from '@app/config';
import { AppError } from '@app/kernel';

export const lifecycleConfig = defineConfig('lifecycle', {
  sweepMs: setting(
    'LIFECYCLE_SWEEP_MS',
    value.integer(60_000, 100),
    'Time between two looks for what is due, half-done erasures, and uploads of processes that have died, milliseconds',
  ),
  retentionByRegion: setting(
    'LIFECYCLE_RETENTION_BY_REGION',
    value.optionalText(),
    'Days that documents of tenants in a region are kept at most, whatever the tenants set: eu=3650,us=2555',
  ),
  orphanHours: setting(
    'LIFECYCLE_ORPHAN_HOURS',
    value.integer(24, 0, 24 * 365),
    'Hours after which stored files that no row knows are removed; 0 leaves them',
  ),
  tenantGraceDays: setting(
    'LIFECYCLE_TENANT_GRACE_DAYS',
    value.integer(30, 0, 365),
    'Days after which the data of a deleted tenant are erased; until then the deletion can be undone',
  ),
  exportDays: setting(
    'LIFECYCLE_EXPORT_DAYS',
    value.integer(7, 1, 365),
    'Days after which the archive of an export is removed',
  ),
  exportMaxBytes: setting(
    'LIFECYCLE_EXPORT_MAX_BYTES',
    value.integer(20 * 1024 ** 3, 1),
    'Largest archive of an export, bytes',
  ),
});
export type LifecycleConfig = ConfigOf<typeof lifecycleConfig>;

/** Throws `invalid_configuration` where it is not `region=days,…`. */
export function regionLimits(text: string | undefined): ReadonlyMap<string, number> {
  const parts = (text ?? '').split(',').filter((part) => part.trim() !== '');
  return new Map(
    parts.map((part) => {
      const [region = '', days = ''] = part.split('=').map((side) => side.trim());
      if (!/^[a-z0-9-]+$/.test(region) || !/^[1-9]\d{0,4}$/.test(days))
        throw new AppError('invalid_configuration', 'invalid', {
          detail: 'LIFECYCLE_RETENTION_BY_REGION has to be of the form region=days,region=days.',
        });
      return [region, Number(days)];
    }),
  );
}
