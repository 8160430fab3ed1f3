import type { IncomingMessage } from 'node:http';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, concatMap, from, map, type Observable, throwError } from 'rxjs';
import { fileOf } from './form-file.js';
import type { UploadRequest } from './upload-request.js';

/** How long a client may go on sending after the answer; as long as nginx grants by default (lingering_time). */
export const LINGER_MS = 30_000;

/**
 * Hands the route the file of a form as a stream: `request.upload`. Fields that come before it are in the body; what
 * follows it can be looked at by the route. Requests that are no forms pass.
 *
 * Nest's own FileStreamInterceptor reads an upload to its end before it answers. Here a refusal is answered while the
 * client is still sending, so that nobody sends 500 MB to be told that 100 are allowed.
 */
export class UploadInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<UploadRequest>();
    if (!request.isMultipart()) return next.handle();
    const release = (): Promise<void> => letGo(request, http.getResponse<FastifyReply>());
    try {
      Object.assign(request, await fileOf(request));
    } catch (error) {
      await release();
      throw error;
    }
    return next.handle().pipe(
      concatMap((result: unknown) => from(release()).pipe(map(() => result))),
      catchError((error: unknown) => from(release()).pipe(concatMap(() => throwError(() => error)))),
    );
  }
}

/**
 * What is left of the form goes nowhere. Node closes a connection that is not kept alive as soon as it has answered, and
 * a client that is still sending would see a broken connection instead of the answer: there it is read first, for a while.
 */
async function letGo({ raw, upload }: UploadRequest, reply: FastifyReply): Promise<void> {
  raw.unpipe();
  upload?.stream.destroy();
  raw.resume();
  if (!reply.raw.shouldKeepAlive) await endOf(raw, LINGER_MS);
}

function endOf(raw: IncomingMessage, ms: number): Promise<void> {
  if (raw.readableEnded || raw.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    for (const event of ['end', 'close', 'error'])
      raw.once(event, () => {
        clearTimeout(timer);
        resolve();
      });
  });
}
