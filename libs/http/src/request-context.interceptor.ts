import { traceIdOf, traceparentOf, withLogContext } from '@app/observability';
import type { RequestWithTenant } from '@app/tenancy';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';

/** The trace that a request belongs to: the caller's, or a new one. */
export const requestTraceparent = (request: FastifyRequest): string => {
  const holder = request as FastifyRequest & { traceparent?: string };
  holder.traceparent ??= traceparentOf(request.headers.traceparent);
  return holder.traceparent;
};

/** Every log line below a request carries its id, its trace and its tenant. */
@Injectable()
export class RequestContextInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithTenant>();
    const fields = {
      requestId: request.id,
      traceId: traceIdOf(requestTraceparent(request)),
      ...(request.tenant && { tenantId: request.tenant.tenantId }),
    };
    return new Observable((subscriber) => withLogContext(fields, () => next.handle().subscribe(subscriber)));
  }
}
