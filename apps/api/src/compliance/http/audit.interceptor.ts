import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HttpAdapterHost } from '@nestjs/core';
import { from, mergeMap, type Observable, tap } from 'rxjs';
import { runSignIn } from '../sign-in-audit.service.js';
import { type HttpRequest, RequestAudit } from './request-audit.js';

/**
 * Nothing that changes something runs before its intent lasts. What guards refuse never comes here, and what the idempotency
 * interceptor answers neither: the end of a request, where its status is known, is seen by a hook of Fastify.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly audit: RequestAudit,
    { httpAdapter }: HttpAdapterHost,
  ) {
    const fastify = httpAdapter?.getInstance<FastifyInstance | undefined>();
    fastify?.addHook('onSend', async (request: HttpRequest, reply: FastifyReply) => this.audit.end(request, reply));
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const route = this.audit.routeOf(request);
    if (route === null) return next.handle();
    if (route.kind === 'sign-in') return runSignIn(this.audit.request(request, route), next);
    if (request.tenant === undefined) return next.handle();
    if (route.kind === 'read') {
      this.audit.requireRoom();
      return next.handle();
    }
    return from(this.audit.begin(request, route, request.tenant)).pipe(
      mergeMap(() => next.handle()),
      tap((body: unknown) => this.audit.made(request, body)),
    );
  }
}
