import { AppError } from '@app/kernel';
import { findTenantContext } from '@app/tenancy';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import { fingerprintOf, Idempotency, type StoredAnswer } from './idempotency.js';

const OWN_IDEMPOTENCY = 'dossier:own-idempotency';

/** For uploads: the body is a stream, so the handler itself takes the key once the bytes are hashed. */
export const HandlesIdempotencyItself = () => SetMetadata(OWN_IDEMPOTENCY, true);

const MAX_STORED_BYTES = 256 * 1024;

/** The key of the request, checked; undefined where there is none. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new AppError('invalid_idempotency_key', 'invalid', {
      detail: 'An Idempotency-Key has 1 to 255 visible ASCII characters.',
    });
  return key;
}

/** Method and path of the route, with its parameters filled in. */
export const idempotentRouteOf = (request: FastifyRequest): string => `${request.method} ${request.url.split('?')[0]}`;

const KEPT_HEADERS = ['location', 'retry-after'];

const keptHeadersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );

/** Answers a repeated POST with what the first one was answered. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const own = this.reflector.get<boolean | undefined>(OWN_IDEMPOTENCY, context.getHandler());
    if (request.method !== 'POST' || own === true || !findTenantContext()) return next.handle();
    const key = idempotencyKeyOf(request);
    if (key === undefined) return next.handle();
    const route = idempotentRouteOf(request);
    return from(
      this.idempotency.admit(route, key, fingerprintOf({ body: request.body ?? null, query: request.query ?? null })),
    ).pipe(
      mergeMap((admission) => {
        if (admission.kind === 'replay') {
          const { status, headers, body } = admission.answer;
          void reply.status(status).headers({ ...headers, 'idempotent-replayed': 'true' });
          return of(body ?? undefined);
        }
        return next.handle().pipe(
          mergeMap(async (body: unknown) => {
            await this.keep(route, key, { status: reply.statusCode, headers: keptHeadersOf(reply), body });
            return body;
          }),
          catchError((error: unknown) =>
            from(this.idempotency.release(route, key).catch(() => undefined)).pipe(
              mergeMap(() => throwError(() => error)),
            ),
          ),
        );
      }),
    );
  }

  /** Only answers that can be stored are: a stream, or an answer of many megabytes, is made again. */
  private async keep(route: string, key: string, answer: StoredAnswer): Promise<void> {
    const text = JSON.stringify(answer.body ?? null);
    if (text.length <= MAX_STORED_BYTES) await this.idempotency.store(route, key, answer);
    else await this.idempotency.release(route, key);
  }
}
