import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { applied, RateLimiter } from '@app/http';
import { type AppError, isAppError, notFound, wrongRegion } from '@app/kernel';
import {
  ANY_REGION,
  PLATFORM_ONLY,
  PUBLIC_ROUTE,
  REQUIRED_ROLE,
  REQUIRED_SCOPE,
  type RequestWithTenant,
  type Role,
  ROLES,
  type TenantContext,
} from '@app/tenancy';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { insufficientRole, insufficientScope, missingToken } from '../auth.errors.js';
import { Authenticator } from '../authenticator.js';
import type { AccessClaims } from '../domain/claims.js';
import { allowsScope } from '../domain/scopes.js';
import { bearerToken, looksLikeApiKey } from '../domain/secret-tokens.js';
import { JwtGuard } from '../tokens/jwt.strategy.js';

/** What the decorators of a route ask for. */
interface RoutePolicy {
  readonly isPublic: boolean;
  readonly role: Role | undefined;
  readonly scope: string | undefined;
  readonly platformOnly: boolean;
  /** Open to tenants of other regions. */
  readonly anyRegion: boolean;
}

type HttpRequest = FastifyRequest & RequestWithTenant & { user?: AccessClaims };

/** Throws unless the caller may call a route with this policy at an instance of this region (undefined where it has none). */
export function authorize(policy: RoutePolicy, caller: TenantContext, region?: string): void {
  if (policy.platformOnly && !caller.platformAdmin) throw notFound();
  requireRegion(policy, caller, region);
  if (caller.scopes !== null) {
    // A scope says more exactly than a role what a key may do, so where a route names one, it decides.
    if (!allowsScope(caller.scopes, policy.scope)) throw insufficientScope(policy.scope ?? 'admin');
    if (policy.scope !== undefined) return;
  }
  if (policy.role !== undefined && ROLES.indexOf(caller.role) < ROLES.indexOf(policy.role))
    throw insufficientRole(policy.role);
}

/** The platform's own routes hold nothing of a tenant's content. */
function requireRegion({ anyRegion, platformOnly }: RoutePolicy, caller: TenantContext, region?: string): void {
  const { region: home = region } = caller;
  if (region !== undefined && home !== undefined && home !== region && !anyRegion && !platformOnly)
    throw wrongRegion(home, region);
}

/**
 * Every route needs a token unless it is marked `@Public()`. The verified context stands on the request afterwards;
 * nothing else in the service decides who is calling.
 */
@Injectable()
export class TokenGuard implements CanActivate {
  private readonly policies = new WeakMap<object, RoutePolicy>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly jwt: JwtGuard,
    private readonly limiter: RateLimiter,
    private readonly reflector: Reflector,
    @Inject(runtimeConfig.token) private readonly config: Pick<RuntimeConfig, 'region'>,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const policy = this.policyOf(context);
    if (policy.isPublic) return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const token = bearerToken(request.headers.authorization);
    try {
      const known = token === null ? null : this.authenticator.remembered(token);
      if (known === null) return this.verify(context, policy, token);
      return this.admitted(request, policy, known);
    } catch (error) {
      return this.refuse(context, error);
    }
  }

  private async verify(context: ExecutionContext, policy: RoutePolicy, token: string | null): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    // Who sends nothing but bad tokens does not get each of them checked.
    if (this.limiter.isAddressOver('refused', request.ip))
      applied(await this.limiter.takeForAddress('refused', request.ip), http.getResponse<FastifyReply>());
    try {
      if (token === null) throw missingToken();
      const caller = looksLikeApiKey(token)
        ? await this.authenticator.byApiKey(token)
        : await this.byAccessToken(context, token);
      return this.admitted(request, policy, caller);
    } catch (error) {
      return this.refuse(context, error);
    }
  }

  private async byAccessToken(context: ExecutionContext, token: string): Promise<TenantContext> {
    await this.jwt.canActivate(context);
    const claims = context.switchToHttp().getRequest<HttpRequest>().user;
    if (!claims) throw missingToken();
    return this.authenticator.byClaims(token, claims);
  }

  /** Tells the client how to authenticate (RFC 6750 section 3) and counts the refusal against its address. */
  private async refuse(context: ExecutionContext, error: unknown): Promise<never> {
    if (!isAppError(error) || error.kind !== 'unauthenticated') throw error;
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    reply.header('WWW-Authenticate', challengeOf(error));
    const decision = await this.limiter.takeForAddress('refused', http.getRequest<HttpRequest>().ip);
    if (!decision.allowed) applied(decision, reply);
    throw error;
  }

  private admitted(request: HttpRequest, policy: RoutePolicy, caller: TenantContext): true {
    request.caller = caller;
    authorize(policy, caller, this.config.region);
    request.tenant = caller;
    return true;
  }

  private policyOf(context: ExecutionContext): RoutePolicy {
    const handler = context.getHandler();
    const known = this.policies.get(handler);
    if (known) return known;
    const read = <T>(key: string) =>
      this.reflector.getAllAndOverride<T | undefined>(key, [handler, context.getClass()]);
    const policy: RoutePolicy = {
      isPublic: read<boolean>(PUBLIC_ROUTE) === true,
      role: read<Role>(REQUIRED_ROLE),
      scope: read<string>(REQUIRED_SCOPE),
      platformOnly: read<boolean>(PLATFORM_ONLY) === true,
      anyRegion: read<boolean>(ANY_REGION) === true,
    };
    this.policies.set(handler, policy);
    return policy;
  }
}

const challengeOf = ({ code }: AppError): string =>
  code === 'missing_token' ? 'Bearer realm="dossier"' : 'Bearer realm="dossier", error="invalid_token"';
