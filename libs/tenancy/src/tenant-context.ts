import { AsyncLocalStorage } from 'node:async_hooks';
import { AppError } from '@app/kernel';

/** Roles inside a tenant, weakest first. A role may do all that those before it may. */
export const ROLES = ['viewer', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts, and for which tenant. It comes from a verified token or from a claimed job, and from nowhere else. */
export interface TenantContext {
  readonly tenantId: string;
  /** The person behind a token or an API key; null for work that the service does by itself. */
  readonly userId: string | null;
  readonly actor: 'user' | 'api-key' | 'system';
  /** The API key that acts, where one does. */
  readonly apiKeyId?: string;
  readonly role: Role;
  /** Scopes of an API key; null means all that the role may do. */
  readonly scopes: readonly string[] | null;
  readonly platformAdmin: boolean;
  /** Where the tenant's data are kept; known of requests. */
  readonly region?: string;
}

const storage = new AsyncLocalStorage<TenantContext>();

export const runAsTenant = <T>(context: TenantContext, work: () => T): T => storage.run(context, work);

export const findTenantContext = (): TenantContext | undefined => storage.getStore();

/** The context of the running work. Without one it throws: a query without a tenant must never run. */
export function tenantContext(): TenantContext {
  const context = storage.getStore();
  if (!context) throw new AppError('no_tenant_context', 'bug', { detail: 'No tenant is bound to this work.' });
  return context;
}

/** The context of work that the service does by itself for a tenant. */
export const systemContext = (tenantId: string): TenantContext => ({
  tenantId,
  userId: null,
  actor: 'system',
  role: 'admin',
  scopes: null,
  platformAdmin: false,
});
