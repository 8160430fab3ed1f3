/** What an API key may be allowed to do. `…:write` includes `…:read`; `admin` includes everything in the tenant. */
export const SCOPES = [
  'documents:read',
  'documents:write',
  'triage:read',
  'triage:write',
  'queries:read',
  'queries:write',
  'schemas:read',
  'schemas:write',
  'classifiers:read',
  'classifiers:write',
  'text:read',
  'text:write',
  'privacy:reveal',
  'analytics:read',
  'webhooks:read',
  'webhooks:write',
  'compliance:read',
  'compliance:write',
  'tenant:read',
  'admin',
] as const;
export type ApiScope = (typeof SCOPES)[number];

/** On a route: any valid API key may call it, whatever its scopes. */
export const ANY_SCOPE = '*';

/**
 * May a key with these scopes call a route that requires `required`? A route that names no scope is open to keys with
 * `admin` only, so that a forgotten decorator closes a route and does not open it.
 */
export function allowsScope(held: readonly string[], required: string | undefined): boolean {
  if (held.includes('admin') || required === ANY_SCOPE) return true;
  if (required === undefined) return false;
  return held.includes(required) || (required.endsWith(':read') && held.includes(required.replace(/:read$/, ':write')));
}

/** The role that a key acts in: a person's role that may do about as much as its scopes. */
export function roleOfScopes(scopes: readonly string[]): 'admin' | 'analyst' | 'viewer' {
  if (scopes.includes('admin')) return 'admin';
  return scopes.some((scope) => scope.endsWith(':write')) ? 'analyst' : 'viewer';
}
