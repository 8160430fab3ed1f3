import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from '@app/database';
import { newUuid, publicId } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { type CallHandler, Injectable } from '@nestjs/common';
import { Observable } from 'rxjs';
import { type SignInEvent, SignInWatch } from '../auth/index.js';
import { TenantsService } from '../tenants/index.js';
import { AuditLog } from './audit-log.service.js';
import type { AuditedRequest } from './domain/request-entry.js';
import { sourceOf } from './domain/source.js';

const requests = new AsyncLocalStorage<AuditedRequest>();

/** Runs a handler that will say itself whose account the request is about. */
export const runSignIn = (request: AuditedRequest, next: CallHandler): Observable<unknown> =>
  new Observable((subscriber) => requests.run(request, () => next.handle().subscribe(subscriber)));

/** Brings into the trail who came in, who was refused, and who went out, in the transaction that makes it so. */
@Injectable()
export class SignInAudit extends SignInWatch {
  constructor(
    private readonly log: AuditLog,
    private readonly tenants: TenantsService,
  ) {
    super();
  }

  override async noted(tx: Transaction, { tenantId, userId, succeeded }: SignInEvent): Promise<void> {
    const request = requests.getStore();
    if (request === undefined) return;
    const user = publicId('user', userId);
    // By the same connection: one that waits for another while it holds its own may wait for ever.
    const { auditSource } = await runAsTenant(systemContext(tenantId), () => this.tenants.settingsNow(tx));
    await this.log.within(tx, {
      tenantId,
      id: newUuid(request.now),
      occurredAt: new Date(request.now),
      kind: 'sign-in',
      action: request.route.action,
      // Whoever does not know the password is not the person whose account it is.
      actor: succeeded ? user : null,
      actorRole: null,
      resourceType: 'users',
      resourceId: user,
      outcome: succeeded ? 'succeeded' : 'refused',
      status: null,
      requestId: request.requestId,
      source: sourceOf(request.address, auditSource),
      detail: null,
    });
  }
}
