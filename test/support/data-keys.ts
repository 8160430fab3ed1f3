import { createHash } from 'node:crypto';
import { TenantSeals } from '@app/encryption';

/** Data keys without a database: of each tenant the same one at each call. */
export const fixedKeys = {
  of: (tenantId: string): Promise<TenantSeals> =>
    Promise.resolve(
      new TenantSeals(tenantId, [{ version: 1, key: createHash('sha256').update(`key of ${tenantId}`).digest() }], 1),
    ),
};
