import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { notFound } from '@app/kernel';
import { DURATION_BUCKETS, Histogram, type Log, register } from '@app/observability';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpConfig } from './http.config.js';
import { problemOf, toAppError } from './problem.js';
import { LINGER_MS } from './upload/upload.interceptor.js';

const REQUEST_ID = /^[A-Za-z0-9._:-]{1,128}$/;

/** Fastify as this service needs it: request ids, one log line a request. */
export function createFastify(config: HttpConfig, log: Log): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: config.jsonLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    frameworkErrors: refuseUnroutable,
    requestTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    logger: false,
    multipart: true,
  });
  addHooks(adapter.getInstance() as unknown as FastifyInstance, log);
  return adapter;
}

/** What Fastify refuses before there is a route: neither hooks nor filters run, and its own answer would quote the URL. */
function refuseUnroutable(error: Error & { code?: string }, request: FastifyRequest, reply: FastifyReply): void {
  // A parameter that is longer than any id is the id of nothing.
  const problem = problemOf(error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? notFound() : toAppError(error), request.id);
  addHeaders(request, reply);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

function addHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('cache-control', 'no-store');
}

/** One for the process, whichever application asks first. */
const requestDuration = (): Histogram =>
  (register.getSingleMetric('dossier_http_request_duration_seconds') as Histogram | undefined) ??
  new Histogram({
    name: 'dossier_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
  });

/** Who was answered before everything was sent may send on for a while, to nowhere, and then no more. */
function endLater(raw: IncomingMessage): void {
  const timer = setTimeout(() => raw.destroy(), LINGER_MS).unref();
  raw.once('close', () => clearTimeout(timer));
}

function addHooks(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    addHeaders(request, reply);
    done();
  });
  const duration = requestDuration();
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    if (!request.raw.complete) endLater(request.raw);
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    // The route's pattern, never the URL: ids belong to the log context, query strings may hold anything.
    log.debug('http.request', {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}
