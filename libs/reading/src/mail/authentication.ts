import type { MailAuthentication } from '../reading-model.js';
import type { HeaderBlock } from './header-block.js';

const METHODS = ['spf', 'dkim', 'dmarc'] as const;
const RESULT = /(?:^|[;\s])(spf|dkim|dmarc)\s*=\s*([a-z]{4,9})/gi;
/** Of several DKIM signatures one that holds is enough (RFC 6376, 4.2). */
const BEST = 'pass';
const LONGEST = 4000;

/**
 * What the servers on the way wrote about the sender (RFC 8601; RFC 7208, 9.1). The topmost field is the last server's;
 * all of them are claims, since a sender can write such fields too.
 */
export function authenticationOf(header: HeaderBlock): MailAuthentication {
  const results: Partial<Record<(typeof METHODS)[number], string>> = {};
  const [own] = header.all('authentication-results');
  const field = own ?? header.all('arc-authentication-results')[0] ?? '';
  for (const [, method = '', result = ''] of withoutComments(field.slice(0, LONGEST)).matchAll(RESULT)) {
    const name = METHODS.find((known) => known === method.toLowerCase());
    if (name !== undefined && results[name] !== BEST) results[name] = result.toLowerCase();
  }
  const spf = /^\s*([a-z]{4,9})\b/i.exec(header.all('received-spf')[0] ?? '')?.[1];
  return spf === undefined ? results : { spf: spf.toLowerCase(), ...results };
}

const withoutComments = (value: string): string => value.replace(/\([^()]*\)/g, ' ');
