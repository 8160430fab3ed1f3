import { defaultTextMapGetter, defaultTextMapSetter, ROOT_CONTEXT } from '@opentelemetry/api';
import { expect, it } from 'vitest';
import { callersTraceOnly } from './trace-propagation.js';

it("passes on the caller's trace, and none of what the caller put beside it", () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const incoming = { traceparent, tracestate: 'vendor=canary', baggage: 'person=canary' };
  const outgoing = {};
  const context = callersTraceOnly.extract(ROOT_CONTEXT, incoming, defaultTextMapGetter);
  callersTraceOnly.inject(context, outgoing, defaultTextMapSetter);
  expect(outgoing).toEqual({ traceparent });
});
