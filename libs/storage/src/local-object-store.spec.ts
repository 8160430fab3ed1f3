import { describe, expect, it } from 'vitest';
import { fixedKeys } from '../../../test/support/data-keys.js';
import { LocalObjectStore } from './local-object-store.js';

const TENANT = '0193a5f0-7c1e-7d3a-9b4f-0123456789ab';
const SHA256 = 'a'.repeat(64);

/** Each of these would be a path outside of the tenant's folder, or no path of an object at all. */
describe.each([
  ['a tenant that climbs', '../../etc', SHA256],
  ['a tenant that is absolute', '/etc', SHA256],
  ['a tenant behind a valid one', `${TENANT}/../other`, SHA256],
  ['no tenant', '', SHA256],
  ['the folder of what is on its way', '.staging', SHA256],
  ['capitals in the tenant', TENANT.toUpperCase(), SHA256],
  ['a hash that climbs', TENANT, `../${'a'.repeat(61)}`],
  ['a hash with a separator', TENANT, `${'a'.repeat(32)}/${'a'.repeat(31)}`],
  ['a hash with a zero byte', TENANT, `${'a'.repeat(63)}\0`],
  ['a hash with a line behind', TENANT, `${SHA256}\n`],
  ['a hash in capitals', TENANT, 'A'.repeat(64)],
  ['a short hash', TENANT, 'a'.repeat(63)],
  ['no hash', TENANT, ''],
])('with %s', (_, tenantId, sha256) => {
  const store = new LocalObjectStore('/nonexistent', fixedKeys);

  it.each(['open', 'content', 'seal', 'reseal', 'exists', 'delete'] as const)(
    '%s answers that there is no such thing',
    async (method) => {
      await expect(store[method](tenantId, sha256)).rejects.toMatchObject({ code: 'not_found', kind: 'not_found' });
    },
  );
});
