import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { RequestWithTenant } from './decorators.js';
import { runAsTenant } from './tenant-context.js';

/** Runs the handler of a request inside the tenant context that the guard has verified. */
@Injectable()
export class TenantInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const tenant = context.switchToHttp().getRequest<RequestWithTenant>().tenant;
    if (!tenant) return next.handle();
    // The handler runs on subscription, so the subscription is what has to happen inside the context.
    return new Observable((subscriber) => runAsTenant(tenant, () => next.handle().subscribe(subscriber)));
  }
}
