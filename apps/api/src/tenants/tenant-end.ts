import type { Transaction } from '@app/database';

/** What a tenant was before it was deleted. */
export interface EndedTenant {
  readonly id: string;
  readonly slug: string;
  readonly status: string;
}

/** What tenants tell those who keep their data, who stand above them. */
export abstract class TenantEnd {
  /** A tenant is deleted, in the transaction that does so. Throws `legal_hold`. */
  abstract schedule(tx: Transaction, tenant: EndedTenant): Promise<void>;
}
