import { AppError } from '@app/kernel';
import type { RequestWithTenant } from '@app/tenancy';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateDecision } from './leased-window.js';
import { type AddressLimit, RateLimiter, type TenantRates } from './rate-limiter.js';

const ADDRESS_LIMIT = 'dossier:address-limit';

/** The limit that a route without a token counts against; `public` where a route names none. */
export const LimitByAddress = (limit: AddressLimit) => SetMetadata(ADDRESS_LIMIT, limit);

/** Where the limits of a tenant come from; whoever knows tenants provides it. */
export abstract class TenantRateSource {
  /** Asked for each request, so it answers at once where it can. */
  abstract ratesOf(tenantId: string): TenantRates | Promise<TenantRates>;
}

/** Probes and scrapes come often, from few addresses, and must see an overloaded instance as it is. */
const UNLIMITED_PATHS = ['/health', '/metrics'];

type HttpRequest = FastifyRequest & RequestWithTenant;

/**
 * Limits each request: by tenant where it has one, else by client address. It runs after authentication, so a tenant
 * is charged only for its own requests. Answers carry `RateLimit-*` headers, refused ones `Retry-After` too.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly tenants: TenantRateSource,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    if (UNLIMITED_PATHS.some((path) => request.url.startsWith(path))) return true;
    const reply = http.getResponse<FastifyReply>();
    const decision = this.decide(request, context);
    return decision instanceof Promise ? decision.then((it) => applied(it, reply)) : applied(decision, reply);
  }

  private decide(request: HttpRequest, context: ExecutionContext): RateDecision | Promise<RateDecision> {
    const tenantId = request.tenant?.tenantId;
    if (tenantId === undefined) return this.limiter.takeForAddress(addressLimitOf(context), request.ip);
    const rates = this.tenants.ratesOf(tenantId);
    return rates instanceof Promise
      ? rates.then((it) => this.limiter.takeForTenant(tenantId, it))
      : this.limiter.takeForTenant(tenantId, rates);
  }
}

const addressLimitOf = (context: ExecutionContext): AddressLimit =>
  (Reflect.getMetadata(ADDRESS_LIMIT, context.getHandler()) as AddressLimit | undefined) ?? 'public';

/** Writes the headers, and throws `rate_limited` where the request is refused. */
export function applied(decision: RateDecision, reply: Pick<FastifyReply, 'header'>): true {
  const seconds = Math.max(1, Math.ceil(decision.resetMs / 1_000));
  reply.header('RateLimit-Limit', decision.limit);
  reply.header('RateLimit-Remaining', decision.remaining);
  reply.header('RateLimit-Reset', seconds);
  if (!decision.allowed)
    throw new AppError('rate_limited', 'rate_limited', {
      detail: `There were too many requests; try again in ${seconds} s.`,
      retryAfterSeconds: seconds,
    });
  return true;
}
