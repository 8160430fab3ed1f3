import { Log, PROBLEMS } from '@app/observability';
import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, toAppError } from './problem.js';

/** The one place where an error becomes an answer. A user's mistake is not an error of the service and is not logged as one. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const error = toAppError(thrown);
    const problem = problemOf(error, request.id);
    PROBLEMS.publish({ code: error.code });
    if (error.kind === 'bug') this.log.error('http.error', { requestId: request.id, code: error.code, err: thrown });
    else if (error.kind === 'unavailable')
      this.log.warn('http.unavailable', { requestId: request.id, code: error.code, err: thrown });
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (error.kind === 'unauthenticated' && !reply.getHeader('www-authenticate'))
      void reply.header('www-authenticate', 'Bearer');
    const retryAfter = error.retryAfterSeconds ?? (error.kind === 'unavailable' ? 2 : undefined);
    if (retryAfter !== undefined) void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfter))));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}
