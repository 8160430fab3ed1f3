import { setImmediate } from 'node:timers/promises';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { firstValueFrom, from, Observable, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { findTenantContext, ROLES, runAsTenant, systemContext, tenantContext } from './tenant-context.js';
import { TenantInterceptor } from './tenant.interceptor.js';

const [A, B] = [systemContext('a'), systemContext('b')];

describe('the tenant context', () => {
  it('is not there by itself, and asking for it then is a bug', () => {
    expect(findTenantContext()).toBeUndefined();
    expect(() => tenantContext()).toThrow(expect.objectContaining({ code: 'no_tenant_context', kind: 'bug' }));
  });

  it('holds across awaits, and ends with the work', async () => {
    await runAsTenant(A, async () => {
      await setImmediate();
      expect(tenantContext()).toBe(A);
    });
    expect(findTenantContext()).toBeUndefined();
  });

  it('is the innermost one, and the outer one again afterwards', () => {
    runAsTenant(A, () => {
      expect(runAsTenant(B, () => tenantContext().tenantId)).toBe('b');
      expect(tenantContext().tenantId).toBe('a');
    });
  });

  it('does not leak when the work fails', () => {
    expect(() =>
      runAsTenant(A, () => {
        throw new Error('failed');
      }),
    ).toThrow('failed');
    expect(findTenantContext()).toBeUndefined();
  });

  it('keeps a hundred pieces of work that take turns apart', async () => {
    const seen = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        runAsTenant(systemContext(`t${index}`), async () => {
          for (let turn = 0; turn <= index % 7; turn++) await setImmediate();
          return tenantContext().tenantId;
        }),
      ),
    );
    expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => `t${index}`));
  });

  it('of the service itself is nobody in particular and no platform administrator', () => {
    expect(A).toEqual({
      tenantId: 'a',
      userId: null,
      actor: 'system',
      role: 'admin',
      scopes: null,
      platformAdmin: false,
    });
  });

  it('knows roles from the weakest on', () => {
    expect(ROLES).toEqual(['viewer', 'analyst', 'admin']);
  });
});

describe('TenantInterceptor', () => {
  const interceptor = new TenantInterceptor();
  const contextOf = (request: object) =>
    ({ switchToHttp: () => ({ getRequest: () => request }) }) as unknown as ExecutionContext;
  const seen = (): string | undefined => findTenantContext()?.tenantId;

  it.each<[string, () => Observable<unknown>]>([
    ['a value', () => new Observable((to) => (to.next(seen()), to.complete()))],
    ['a promise', () => from(setImmediate().then(seen))],
  ])('runs a handler that answers %s inside the tenant', async (_, handle) => {
    const later: CallHandler = { handle: () => new Observable((to) => handle().subscribe(to)) };
    expect(await firstValueFrom(interceptor.intercept(contextOf({ tenant: A }), later))).toBe('a');
    expect(findTenantContext()).toBeUndefined();
  });

  it('binds nothing where the guard has verified nobody', async () => {
    const answer = interceptor.intercept(contextOf({}), { handle: () => of('open').pipe() });
    expect(await firstValueFrom(answer)).toBe('open');
    const next: CallHandler = { handle: () => new Observable((to) => (to.next(seen() ?? 'nobody'), to.complete())) };
    expect(await firstValueFrom(interceptor.intercept(contextOf({}), next))).toBe('nobody');
  });

  it('stops the handler when nobody waits any more', () => {
    let stopped = false;
    const next: CallHandler = { handle: () => new Observable(() => () => void (stopped = true)) };
    interceptor
      .intercept(contextOf({ tenant: A }), next)
      .subscribe()
      .unsubscribe();
    expect(stopped).toBe(true);
  });
});
