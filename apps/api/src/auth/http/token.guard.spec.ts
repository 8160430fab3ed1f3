import type { TenantContext } from '@app/tenancy';
import { expect, it } from 'vitest';
import { authorize } from './token.guard.js';

const person = (role: TenantContext['role'], platformAdmin = false): TenantContext => ({
  tenantId: 't',
  userId: 'u',
  actor: 'user',
  role,
  scopes: null,
  platformAdmin,
});
const key = (scopes: readonly string[], role: TenantContext['role'] = 'viewer'): TenantContext => ({
  ...person(role),
  actor: 'api-key',
  scopes,
});
const route = { isPublic: false, role: undefined, scope: undefined, platformOnly: false, anyRegion: false } as const;

const outcomeOf = (policy: Parameters<typeof authorize>[0], caller: TenantContext, region?: string): string => {
  try {
    authorize(policy, caller, region);
    return 'admitted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it.each([
  ['anybody on a plain route', route, person('viewer'), 'admitted'],
  ['a stronger role', { ...route, role: 'analyst' }, person('admin'), 'admitted'],
  ['a weaker role', { ...route, role: 'analyst' }, person('viewer'), 'insufficient_role'],
  ['a person on a route with a scope', { ...route, scope: 'documents:write' }, person('viewer'), 'admitted'],
  ['the platform', { ...route, platformOnly: true }, person('admin', true), 'admitted'],
  ['an administrator on a route of the platform', { ...route, platformOnly: true }, person('admin'), 'not_found'],
  ['a key with the scope', { ...route, scope: 'documents:read' }, key(['documents:read']), 'admitted'],
  ['a key without it', { ...route, scope: 'documents:write' }, key(['documents:read']), 'insufficient_scope'],
  ['a key on a route that names no scope', route, key(['documents:read']), 'insufficient_scope'],
  [
    'a key with the scope where a role is asked too',
    { ...route, role: 'admin', scope: 'analytics:read' },
    key(['analytics:read']),
    'admitted',
  ],
  ['a key for everything', { ...route, role: 'admin' }, key(['admin'], 'admin'), 'admitted'],
  ['a key for everything, at the platform', { ...route, platformOnly: true }, key(['admin'], 'admin'), 'not_found'],
] as const)('%s', (_, policy, caller, outcome) => expect(outcomeOf(policy, caller)).toBe(outcome));

it.each([
  ['the region of the instance', route, 'eu', 'eu', 'admitted'],
  ['another region', route, 'us', 'eu', 'wrong_region'],
  ['another region, where the route says where to go', { ...route, anyRegion: true }, 'us', 'eu', 'admitted'],
  ['another region, on a route of the platform', { ...route, platformOnly: true }, 'us', 'eu', 'admitted'],
  ['any region, at an instance without one', route, 'us', undefined, 'admitted'],
] as const)('a tenant of %s', (_, policy, home, instance, outcome) =>
  expect(outcomeOf(policy, { ...person('admin', true), region: home }, instance)).toBe(outcome),
);
