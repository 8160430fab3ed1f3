import { describe, expect, it } from 'vitest';
import { startTracing, traceIdOf, traceparentOf } from './tracing.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

describe('traceparentOf', () => {
  it.each([`00-${TRACE}-${PARENT}-01`, `00-${TRACE}-${PARENT}-00`])("keeps the caller's %s", (header) => {
    expect(traceparentOf(header)).toBe(header);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['two headers', [`00-${TRACE}-${PARENT}-01`, `00-${TRACE}-${PARENT}-01`]],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-${PARENT}-01`],
    ['a parent id of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['capitals', `00-${TRACE.toUpperCase()}-${PARENT}-01`],
    ['another version', `ff-${TRACE}-${PARENT}-01`],
    ['more behind', `00-${TRACE}-${PARENT}-01-extra`],
    ['a line behind', `00-${TRACE}-${PARENT}-01\r\nx-evil: 1`],
    ['a short trace id', `00-${TRACE.slice(2)}-${PARENT}-01`],
  ])('begins a trace of its own for %s', (_, header) => {
    const [first, second] = [traceparentOf(header), traceparentOf(header)];
    expect(first).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(first).not.toBe(header);
    expect(second).not.toBe(first);
  });
});

it.each([
  [`00-${TRACE}-${PARENT}-01`, TRACE],
  ['', ''],
  ['nonsense', ''],
])('reads the trace id of %o', (traceparent, expected) => {
  expect(traceIdOf(traceparent)).toBe(expected);
});

it('loads nothing where tracing is off', async () => {
  const stop = await startTracing(false);
  await expect(stop()).resolves.toBeUndefined();
});
