import type { AuditKind } from './audit-entry.js';

/**
 * Routes that are not what their method says. Every other route of `/v1` is: `GET` reads what may hold personal data, all other
 * methods change something. A new route is therefore in the trail unless somebody writes it down here.
 */
export const EXCEPTIONS: Readonly<Record<string, AuditKind | 'none'>> = {
  // Computed from what the request brings along; nothing is kept.
  'POST /v1/language/detect': 'none',
  'POST /v1/privacy/detect': 'none',
  'POST /v1/privacy/redact': 'none',
  'POST /v1/schemas/validate': 'none',
  'POST /v1/classifiers/:id/predictions': 'none',
  // Reads, with a body because the question is long.
  'POST /v1/search': 'read',
  'POST /v1/schemas/draft': 'read',
  // The caller's own name, states without content, sums, and what an administrator has set up: nothing of persons in documents.
  'GET /v1/auth/me': 'none',
  'GET /v1/documents/:id/events': 'none',
  'GET /v1/analytics/usage': 'none',
  'GET /v1/analytics/costs': 'none',
  'GET /v1/analytics/quality': 'none',
  'GET /v1/budgets': 'none',
  'GET /v1/classifiers': 'none',
  'GET /v1/classifiers/:id': 'none',
  'GET /v1/classifiers/:id/versions': 'none',
  'GET /v1/dead-letters': 'none',
  'GET /v1/industries': 'none',
  'GET /v1/industries/:industry/categories': 'none',
  'GET /v1/reply-templates': 'none',
  'GET /v1/schemas': 'none',
  'GET /v1/schemas/:id': 'none',
  'GET /v1/tenant': 'none',
  'GET /v1/triage/learned': 'none',
  'GET /v1/triage/rules': 'none',
  'GET /v1/privacy/status': 'none',
  // Whoever calls these is recognised on the way.
  'POST /v1/auth/login': 'sign-in',
  'POST /v1/auth/refresh': 'sign-in',
  'POST /v1/auth/logout': 'sign-in',
};

const VERBS: Readonly<Record<string, string>> = {
  GET: 'read',
  POST: 'create',
  PUT: 'replace',
  PATCH: 'change',
  DELETE: 'delete',
};

/** A route as the trail sees it. */
export interface AuditedRoute {
  readonly kind: AuditKind;
  readonly action: string;
  /** Name of the parameter that says which resource it is about; null for a collection. */
  readonly parameter: string | null;
  readonly resourceType: string | null;
}

const isParameter = (segment: string): boolean => segment.startsWith(':');

/** How the trail has a route, by its method and its pattern (`/v1/documents/:id`); null where it has no place there. */
export function auditedRoute(method: string, pattern: string): AuditedRoute | null {
  const verbMethod = method === 'HEAD' ? 'GET' : method;
  const verb = VERBS[verbMethod];
  if (verb === undefined || !pattern.startsWith('/v1/')) return null;
  const kind = EXCEPTIONS[`${verbMethod} ${pattern}`] ?? (verbMethod === 'GET' ? 'read' : 'change');
  if (kind === 'none') return null;
  const segments = pattern.slice('/v1/'.length).split('/');
  const words = segments.filter((segment) => !isParameter(segment));
  const first = segments.findIndex(isParameter);
  return {
    kind,
    action: [...words, verb].join('.'),
    parameter: first === -1 ? null : (segments[first]?.slice(1) ?? null),
    resourceType: (first === -1 ? words.at(-1) : segments[first - 1]) ?? null,
  };
}
