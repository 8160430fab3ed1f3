import { randomBytes } from 'node:crypto';

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

/**
 * Starts OpenTelemetry where it is switched on. The SDK is loaded only then, because its hooks cost memory and time;
 * the usual `OTEL_*` variables say where spans go.
 */
export async function startTracing(enabled: boolean): Promise<() => Promise<void>> {
  if (!enabled) return async () => {};
  const [
    { NodeSDK },
    { HttpInstrumentation },
    { UndiciInstrumentation },
    { PgInstrumentation },
    { IORedisInstrumentation },
  ] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-undici'),
    import('@opentelemetry/instrumentation-pg'),
    import('@opentelemetry/instrumentation-ioredis'),
  ]);
  const sdk = new NodeSDK({
    serviceName: 'dossier',
    // Requests in and out, statements and queues; spans carry the text of statements, never their values.
    instrumentations: [
      new HttpInstrumentation(),
      new UndiciInstrumentation(),
      new PgInstrumentation(),
      new IORedisInstrumentation({ dbStatementSerializer: (command) => command }),
    ],
  });
  sdk.start();
  return () => sdk.shutdown();
}
