import { expect, it } from 'vitest';
import { allowsScope, ANY_SCOPE, roleOfScopes } from './scopes.js';

it.each([
  [['documents:read'], 'documents:read', true],
  [['documents:read'], 'documents:write', false],
  [['documents:write'], 'documents:read', true],
  [['documents:write'], 'triage:write', false],
  [['admin'], 'documents:write', true],
  [['admin'], undefined, true],
  [['documents:write'], undefined, false],
  [[], ANY_SCOPE, true],
  [['documents:read'], 'admin', false],
] as const)('a key with %j calls a route that requires %j: %j', (held, required, allowed) =>
  expect(allowsScope(held, required)).toBe(allowed),
);

it.each([
  [['documents:read', 'analytics:read'], 'viewer'],
  [['documents:read', 'triage:write'], 'analyst'],
  [['admin'], 'admin'],
] as const)('%j acts as %s', (scopes, role) => expect(roleOfScopes(scopes)).toBe(role));
