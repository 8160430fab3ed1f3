import { randomBytes } from 'node:crypto';
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** W3C trace context (https://www.w3.org/TR/trace-context/): `00-<trace id>-<parent id>-<flags>`. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** An id of nothing but zeros says that there is none (sections 3.2.2.3 and 3.2.2.4). */
const NO_ID = /-0+-/;

/** A well-formed `traceparent`: the caller's, or a new one. It joins HTTP requests, outbox events and jobs. */
export const traceparentOf = (header: unknown): string =>
  typeof header === 'string' && TRACEPARENT.test(header) && !NO_ID.test(header)
    ? header
    : `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;

/** The trace id inside a `traceparent`. */
export const traceIdOf = (traceparent: string): string => TRACEPARENT.exec(traceparent)?.[1] ?? '';

/** Where the code of an error that a request ended in is published, as `{ code }`; see `node:diagnostics_channel`. */
export const PROBLEMS = channel('dossier:problem');
/** Where Fastify publishes the route of a request before its handler runs. */
const HANDLERS = 'tracing:fastify.request.handler:start';

/**
 * Starts OpenTelemetry where it is switched on. The SDK is loaded only then, because its hooks cost memory and time.
 * Spans go by OTLP over HTTP to where the usual `OTEL_EXPORTER_OTLP_*` variables say, or to another exporter; `contentFree` says what of
 * them. Callers' `tracestate` and `baggage` go nowhere. Answers how to stop.
 */
export async function startTracing(enabled: boolean, exporter?: SpanExporter): Promise<() => Promise<void>> {
  if (!enabled) return async () => {};
  const [
    { NodeSDK },
    { OTLPTraceExporter },
    { HttpInstrumentation },
    { UndiciInstrumentation },
    { PgInstrumentation },
    { IORedisInstrumentation },
    { trace },
    { ContentFreeExporter },
    { callersTraceOnly },
  ] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-proto'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-undici'),
    import('@opentelemetry/instrumentation-pg'),
    import('@opentelemetry/instrumentation-ioredis'),
    import('@opentelemetry/api'),
    import('./content-free-spans.js'),
    import('./trace-propagation.js'),
  ]);
  const sdk = new NodeSDK({
    serviceName: 'dossier',
    traceExporter: new ContentFreeExporter(exporter ?? new OTLPTraceExporter()),
    textMapPropagator: callersTraceOnly,
    // Metrics are scraped from /metrics, and logs are lines of the process: neither goes this way.
    metricReaders: [],
    logRecordProcessors: [],
    // Requests in and out, statements and queues.
    instrumentations: [
      new HttpInstrumentation(),
      new UndiciInstrumentation(),
      new PgInstrumentation(),
      new IORedisInstrumentation({ dbStatementSerializer: (command) => command }),
    ],
  });
  sdk.start();
  const onHandler = (message: unknown): void => {
    const { route } = message as { readonly route?: { readonly url?: string } };
    if (route?.url !== undefined) trace.getActiveSpan()?.setAttribute('http.route', route.url);
  };
  const onProblem = (message: unknown): void =>
    void trace.getActiveSpan()?.setAttribute('dossier.error_code', (message as { readonly code: string }).code);
  subscribe(HANDLERS, onHandler);
  PROBLEMS.subscribe(onProblem);
  return async () => {
    unsubscribe(HANDLERS, onHandler);
    PROBLEMS.unsubscribe(onProblem);
    await sdk.shutdown();
  };
}
