import { newUuid, parsePublicId, publicId } from '@app/kernel';
import type { AuditEntry, AuditRole } from './audit-entry.js';
import type { AuditedRoute } from './audited-routes.js';
import { sourceOf, type SourceSetting } from './source.js';

/** Who calls: a person, an API key, or somebody of whom nothing is known. */
export interface Caller {
  readonly tenantId: string;
  readonly userId: string | null;
  readonly apiKeyId?: string;
  readonly role: Exclude<AuditRole, 'platform'>;
}

/** A request as far as the trail wants to know it. */
export interface AuditedRequest {
  readonly route: AuditedRoute;
  /** Values of the parameters of the route's path. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** IP address. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const PUBLIC_ID = /^[a-z]{3}_[0-9a-f]{32}$/;
/** Names that tenants give, of providers and categories; nothing that Postgres could refuse, and a whole batch with it. */
const NAME = /^[A-Za-z0-9._~-]{1,100}$/;

export const actorOf = ({ userId, apiKeyId }: Pick<Caller, 'userId' | 'apiKeyId'>): string | null => {
  if (apiKeyId !== undefined) return publicId('apiKey', apiKeyId);
  return userId === null ? null : publicId('user', userId);
};

/** The resource that a path names. What is not an id of the service may be anything, so it is taken only from a request that was accepted. */
export const resourceIn = ({ route, parameters }: AuditedRequest, accepted: boolean): string | null => {
  const named = route.parameter === null ? undefined : parameters[route.parameter];
  return named !== undefined && (accepted ? NAME : PUBLIC_ID).test(named) ? named : null;
};

/** The entry of a request that has not been answered, in the trail of the caller. */
export const entryOfRequest = (request: AuditedRequest, caller: Caller, source: SourceSetting): AuditEntry => ({
  tenantId: caller.tenantId,
  id: newUuid(request.now),
  occurredAt: new Date(request.now),
  kind: request.route.kind,
  action: request.route.action,
  actor: actorOf(caller),
  actorRole: caller.role,
  resourceType: request.route.resourceType,
  resourceId: resourceIn(request, false),
  outcome: 'unknown',
  status: null,
  requestId: request.requestId,
  source: sourceOf(request.address, source),
  detail: null,
});

/** The other tenant that the platform's administrator looks at or changes; null for all other requests. */
export function tenantConcerned({ route, parameters }: AuditedRequest, caller: Caller): string | null {
  if (!route.action.startsWith('admin.tenants.') || route.parameter === null) return null;
  const tenantId = parsePublicId('tenant', parameters[route.parameter] ?? '');
  return tenantId === caller.tenantId ? null : tenantId;
}

/** The same in the trail of the tenant that a platform administrator acts upon: without where from, which is not theirs to know. */
export const entryForConcerned = (entry: AuditEntry, tenantId: string): AuditEntry => ({
  ...entry,
  tenantId,
  actorRole: 'platform',
  source: null,
});
