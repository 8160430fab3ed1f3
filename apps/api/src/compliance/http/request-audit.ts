import { Clock } from '@app/kernel';
import type { RequestWithTenant, TenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TenantsService } from '../../tenants/index.js';
import { AuditLog } from '../audit-log.service.js';
import { detailOf } from '../domain/audit-detail.js';
import { type AuditEntry, outcomeOf } from '../domain/audit-entry.js';
import { type AuditedRoute, auditedRoute } from '../domain/audited-routes.js';
import {
  type AuditedRequest,
  entryForConcerned,
  entryOfRequest,
  resourceIn,
  tenantConcerned,
} from '../domain/request-entry.js';

/** What the trail keeps on a request while it runs. */
interface AuditState {
  /** Entries that have begun. */
  readonly begun?: readonly AuditEntry[];
  /** Id of what the request has made. */
  readonly made?: string | null;
  readonly done?: boolean;
}

export type HttpRequest = FastifyRequest & RequestWithTenant & { audit?: AuditState };

const TOO_MANY_REQUESTS = 429;
const PUBLIC_ID = /^[a-z]{3}_[0-9a-f]{32}$/;

/** Routes by method and pattern: few, and asked for at every request. */
const routes = new Map<string, AuditedRoute | null>();

function routeOf({ method, routeOptions }: FastifyRequest): AuditedRoute | null {
  const { url } = routeOptions;
  if (url === undefined) return null;
  const key = `${method} ${url}`;
  let route = routes.get(key);
  if (route === undefined) {
    route = auditedRoute(method, url);
    routes.set(key, route);
  }
  return route;
}

/** Id of the resource in an answer. */
const idIn = (body: unknown): string | null => {
  const { id, documentId, tenant } = (body ?? {}) as Readonly<Record<'id' | 'documentId' | 'tenant', unknown>>;
  const made = id ?? documentId ?? (tenant as { readonly id?: unknown } | undefined)?.id;
  return typeof made === 'string' && PUBLIC_ID.test(made) ? made : null;
};

/** Brings requests into the trail: their beginning, their end, and those that never came as far as a handler. */
@Injectable()
export class RequestAudit {
  constructor(
    private readonly log: AuditLog,
    private readonly tenants: TenantsService,
    private readonly clock: Clock,
  ) {}

  /** How the trail has the route of a request; null where it has no place there. */
  routeOf(request: HttpRequest): AuditedRoute | null {
    return routeOf(request);
  }

  request(request: HttpRequest, route: AuditedRoute): AuditedRequest {
    return {
      route,
      parameters: (request.params ?? {}) as Readonly<Record<string, string>>,
      requestId: request.id,
      address: request.ip,
      now: this.clock.now(),
    };
  }

  /** Makes the intent of a change last. Throws `audit_unavailable`. */
  async begin(request: HttpRequest, route: AuditedRoute, caller: TenantContext): Promise<void> {
    const begun = await this.entriesOf(request, route, caller);
    await this.log.begin(begun);
    request.audit = { begun };
  }

  /** Throws `audit_unavailable` where a read could not be noted. */
  requireRoom(): void {
    this.log.requireRoom();
  }

  /** Remembers what a handler has made. */
  made(request: HttpRequest, body: unknown): void {
    request.audit = { ...request.audit, made: idIn(body) };
  }

  /** Writes the end of a request, when its status is known. Of a change that had begun it is there once this resolves. */
  async end(request: HttpRequest, reply: FastifyReply): Promise<void> {
    const { begun, done } = request.audit ?? {};
    if (done === true) return;
    if (begun === undefined) return this.note(request, reply);
    request.audit = { ...request.audit, done: true };
    await this.log.end(begun.map((entry) => this.ended(entry, request, reply)));
  }

  /** What changed nothing: reads, repetitions, and what was refused before it could begin. */
  private async note(request: HttpRequest, reply: FastifyReply): Promise<void> {
    const caller = request.tenant ?? request.caller;
    // Whoever sends too much would have the database write it all down.
    if (caller === undefined || reply.statusCode === TOO_MANY_REQUESTS) return;
    const route = routeOf(request);
    if (route === null || route.kind === 'sign-in') return;
    request.audit = { ...request.audit, done: true };
    for (const entry of await this.entriesOf(request, route, caller)) this.log.note(this.ended(entry, request, reply));
  }

  private async entriesOf(request: HttpRequest, route: AuditedRoute, caller: TenantContext): Promise<AuditEntry[]> {
    const audited = this.request(request, route);
    const { auditSource } = await this.tenants.settingsOf(caller.tenantId);
    const own = entryOfRequest(audited, caller, auditSource);
    const concerned = caller.platformAdmin ? tenantConcerned(audited, caller) : null;
    return concerned === null ? [own] : [own, entryForConcerned(own, concerned)];
  }

  private ended(entry: AuditEntry, request: HttpRequest, reply: FastifyReply): AuditEntry {
    const { statusCode: status } = reply;
    const accepted = status < 400;
    return {
      ...entry,
      outcome: outcomeOf(status),
      status,
      resourceId: entry.resourceId ?? (accepted ? this.acceptedResource(request) : null),
      detail: accepted && entry.kind === 'change' ? detailOf(request.body) : null,
    };
  }
  /** What the path names by another name than an id, or what was made. */
  private acceptedResource(request: HttpRequest): string | null {
    const route = routeOf(request);
    const named = route === null ? null : resourceIn(this.request(request, route), true);
    return named ?? request.audit?.made ?? null;
  }
}
