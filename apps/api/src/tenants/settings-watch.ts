import type { Transaction } from '@app/database';

/** What tenants tell those who act on settings, who stand above them. */
export abstract class SettingsWatch {
  /** The review settings of a tenant are others from now on; in the transaction that makes them so. */
  abstract reviewChanged(tx: Transaction, tenantId: string): Promise<void>;
}
