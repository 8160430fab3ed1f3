import { applied, RateLimiter } from '@app/http';
import { type AppError, isAppError, notFound } from '@app/kernel';
import {
  PLATFORM_ONLY,
  PUBLIC_ROUTE,
  REQUIRED_ROLE,
  REQUIRED_SCOPE,
  type RequestWithTenant,
  type Role,
  ROLES,
  type TenantContext,
} from '@app/tenancy';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
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
}

type HttpRequest = FastifyRequest & RequestWithTenant & { user?: AccessClaims };

/** Throws unless the caller may call a route with this policy. */
export function authorize(policy: RoutePolicy, caller: TenantContext): void {
  if (policy.platformOnly && !caller.platformAdmin) throw notFound();
  if (caller.scopes !== null) {
    // A scope says more exactly than a role what a key may do, so where a route names one, it decides.
    if (!allowsScope(caller.scopes, policy.scope)) throw insufficientScope(policy.scope ?? 'admin');
    if (policy.scope !== undefined) return;
  }
  if (policy.role !== undefined && ROLES.indexOf(caller.role) < ROLES.indexOf(policy.role))
    throw insufficientRole(policy.role);
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
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const policy = this.policyOf(context);
    if (policy.isPublic) return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const token = bearerToken(request.headers.authorization);
    try {
      const known = token === null ? null : this.authenticator.remembered(token);
      if (known === null) return this.verify(context, policy, token);
      return admitted(request, policy, known);
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
      return admitted(request, policy, caller);
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
    };
    this.policies.set(handler, policy);
    return policy;
  }
}

function admitted(request: HttpRequest, policy: RoutePolicy, caller: TenantContext): true {
  request.caller = caller;
  authorize(policy, caller);
  request.tenant = caller;
  return true;
}

const challengeOf = ({ code }: AppError): string =>
  code === 'missing_token' ? 'Bearer realm="dossier"' : 'Bearer realm="dossier", error="invalid_token"';
