import { logContext } from '@app/observability';
import type { ExecutionContext } from '@nestjs/common';
import { firstValueFrom, Observable } from 'rxjs';
import { expect, it } from 'vitest';
import { RequestContextInterceptor, requestTraceparent } from './request-context.interceptor.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRACEPARENT = `00-${TRACE}-00f067aa0ba902b7-01`;

it.each([
  ['with a tenant', { tenant: { tenantId: 't-1' } }, { requestId: 'r-1', traceId: TRACE, tenantId: 't-1' }],
  ['without one', {}, { requestId: 'r-1', traceId: TRACE }],
])('log lines below a request %s carry its ids', async (_, more, expected) => {
  const request = { id: 'r-1', headers: { traceparent: TRACEPARENT }, ...more };
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  const handle = () => new Observable((to) => (to.next(logContext()), to.complete()));
  expect(await firstValueFrom(new RequestContextInterceptor().intercept(context, { handle }))).toEqual(expected);
  expect(logContext()).toEqual({});
});

it('gives a request one trace, however often it is asked', () => {
  const request = { headers: {} } as never;
  expect(requestTraceparent(request)).toBe(requestTraceparent(request));
});
