import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const rateLimitConfig = defineConfig('rateLimit', {
  publicPerMinute: setting(
    'RATE_LIMIT_PUBLIC_PER_MINUTE',
    value.integer(600, 1),
    'Requests a minute of one client address to routes that need no token',
  ),
  signInPerMinute: setting(
    'RATE_LIMIT_SIGN_IN_PER_MINUTE',
    value.integer(60, 1),
    'Sign-ins a minute of one client address, right and wrong ones together',
  ),
  refusedPerMinute: setting(
    'RATE_LIMIT_REFUSED_PER_MINUTE',
    value.integer(120, 1),
    'Requests a minute of one client address whose token is missing or refused',
  ),
});
export type RateLimitConfig = ConfigOf<typeof rateLimitConfig>;
