import { isIPv4, isIPv6 } from 'node:net';

/** How exactly a tenant has it recorded where requests come from. */
export type SourceSetting = 'none' | 'network' | 'full';

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
/** A /48 is what a site gets (RFC 6177 section 2): of an address, its first three groups. */
const SITE_GROUPS = 3;

function siteOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, SITE_GROUPS).join(':')}::/48`;
}

/** What of an IP address may stand in the trail: nothing, its network (/24, /48), or all of it. */
export function sourceOf(address: string, setting: SourceSetting): string | null {
  const plain = MAPPED_IPV4.exec(address)?.[1] ?? address;
  if (setting === 'none' || !(isIPv4(plain) || isIPv6(plain))) return null;
  if (setting === 'full') return plain;
  return isIPv4(plain) ? `${plain.split('.').slice(0, 3).join('.')}.0/24` : siteOf(plain);
}
