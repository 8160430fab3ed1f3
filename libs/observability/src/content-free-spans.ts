import type { Attributes, AttributeValue } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

/** Classes of errors, SQLSTATEs, codes of Node and of `AppError`: a word of code. A sentence, an address or a date is none. */
const CODE = /^[A-Za-z][A-Za-z0-9_.]{0,63}$|^[0-9A-Z]{3,5}$/;
/** A template of a route, in which what a request put there has a name instead. */
const ROUTE = /^[A-Za-z0-9_/:*.{}-]{1,200}$/;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT', 'TRACE', '_OTHER']);

type Check = (value: AttributeValue) => boolean;

const isText =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isNumber: Check = (value) => typeof value === 'number';
const isMethod: Check = (value) => typeof value === 'string' && METHODS.has(value);
/** Where it is the operator's, or written in the code of the service. */
const any: Check = (value) => typeof value === 'string' || typeof value === 'number';

/** Attributes of every span (https://opentelemetry.io/docs/specs/semconv/), with what they may look like. */
const EVERYWHERE: Readonly<Record<string, Check>> = {
  'http.request.method': isMethod,
  'http.response.status_code': isNumber,
  'http.route': isText(ROUTE),
  'network.protocol.version': isText(/^[0-9.]{1,5}$/),
  'error.type': isText(CODE),
  'dossier.error_code': isText(CODE),
};

/**
 * Attributes of statements and commands. Their texts are those of the code: values are parameters, which spans do not have. Of HTTP,
 * the address of a server is what a caller or a tenant wrote.
 */
const DATABASE: Readonly<Record<string, Check>> = {
  'db.system.name': any,
  'db.namespace': any,
  'db.operation.name': any,
  'db.query.text': any,
  'db.postgresql.plan': any,
  'db.response.status_code': isText(CODE),
  'server.address': any,
  'server.port': any,
};

const isDatabase = ({ attributes }: ReadableSpan): boolean => typeof attributes['db.system.name'] === 'string';

const kept = (attributes: Attributes, checks: Readonly<Record<string, Check>>): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => value !== undefined && checks[name]?.(value) === true),
  );

/** Attributes have been looked at: both are text. */
function nameOfRequest(attributes: Attributes): string {
  const { 'http.request.method': method, 'http.route': route } = attributes;
  if (typeof method !== 'string') return 'span';
  return typeof route === 'string' ? `${method} ${route}` : method;
}

/**
 * What of a span may leave the service: ids, times, and the attributes named above. Messages of errors, stack traces, addresses, query
 * strings, headers and the state that callers send with a trace may hold content, and are left out; of an exception stays its class.
 */
export function contentFree(span: ReadableSpan): ReadableSpan {
  const checks = isDatabase(span) ? { ...EVERYWHERE, ...DATABASE } : EVERYWHERE;
  const attributes = kept(span.attributes, checks);
  const exceptions = span.events.filter(({ name }) => name === 'exception');
  const { traceState: _, ...context } = span.spanContext();
  const { traceState: __, ...parent } = span.parentSpanContext ?? {};
  return {
    name: isDatabase(span) ? span.name : nameOfRequest(attributes),
    kind: span.kind,
    spanContext: () => context,
    ...(span.parentSpanContext && { parentSpanContext: parent as typeof context }),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: { code: span.status.code },
    attributes,
    links: [],
    events: exceptions.map(({ name, time, attributes: all }) => ({
      name,
      time,
      attributes: kept(all ?? {}, { 'exception.type': isText(CODE) }),
    })),
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  };
}

/** Gives an exporter spans without content. */
export class ContentFreeExporter implements SpanExporter {
  constructor(private readonly exporter: SpanExporter) {}

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    this.exporter.export(spans.map(contentFree), done);
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.exporter.forceFlush?.();
  }
}
