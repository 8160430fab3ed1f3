import { expect, it } from 'vitest';
import { sourceOf } from './source.js';

it.each([
  ['192.0.2.17', '192.0.2.0/24', '192.0.2.17'],
  ['::ffff:192.0.2.17', '192.0.2.0/24', '192.0.2.17'],
  ['2001:db8:12:34::1', '2001:db8:12::/48', '2001:db8:12:34::1'],
  ['2001:db8::1', '2001:db8:0::/48', '2001:db8::1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48', '2001:db8:1:2:3:4:5:6'],
  ['fe80::1%eth0', 'fe80:0:0::/48', 'fe80::1%eth0'],
  ['::1', '0:0:0::/48', '::1'],
  ['ada@example.test', null, null],
])('%s is %s as a network', (address, network, full) => {
  expect(sourceOf(address, 'network')).toBe(network);
  expect(sourceOf(address, 'full')).toBe(full);
  expect(sourceOf(address, 'none')).toBeNull();
});
