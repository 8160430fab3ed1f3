import type { TextMapPropagator } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';

const w3c = new W3CTraceContextPropagator();

/**
 * Takes from a caller and gives to whom the service calls the `traceparent` and nothing else: `tracestate` and `baggage` hold what callers
 * like, and are no business of model providers and receivers of webhooks.
 */
export const callersTraceOnly: TextMapPropagator = {
  fields: () => ['traceparent'],
  inject: (context, carrier, setter) => w3c.inject(context, carrier, setter),
  extract: (context, carrier, getter) =>
    w3c.extract(context, carrier, {
      keys: (from) => getter.keys(from),
      get: (from, key) => (key === 'traceparent' ? getter.get(from, key) : undefined),
    }),
};
