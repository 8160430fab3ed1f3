import { type ConfigOf, defineConfig, setting, value } from '@app/config';
import { AppError } from '@app/kernel';

export const analyticsConfig = defineConfig('analytics', {
  ledgerMonths: setting(
    'ANALYTICS_LEDGER_MONTHS',
    value.integer(0, 0, 1_200),
    'Whole months, at least 12, that lines of the ledgers of work and of calls are kept; their sums stay. 0: as long as the tenant',
  ),
});
export type AnalyticsConfig = ConfigOf<typeof analyticsConfig>;

const FEWEST_MONTHS = 12;

/** First day of the oldest month whose lines are kept, `YYYY-MM-DD`; null where all are. Throws `invalid_configuration`. */
export function keptSince({ ledgerMonths }: AnalyticsConfig, now: Date): string | null {
  if (ledgerMonths === 0) return null;
  if (ledgerMonths < FEWEST_MONTHS)
    throw new AppError('invalid_configuration', 'invalid', {
      detail: `ANALYTICS_LEDGER_MONTHS has to be 0 or at least ${FEWEST_MONTHS}.`,
    });
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ledgerMonths)).toISOString().slice(0, 10);
}
