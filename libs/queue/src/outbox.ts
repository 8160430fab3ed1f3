import type { Transaction } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { EventRouter, type OutboxEvent } from './events.js';
import { JobRuntime } from './job-runtime.js';

/** Wakes the relay of this process; set by the relay itself, so that writers need not know it. */
@Injectable()
export class RelaySignal {
  private listener: () => void = () => undefined;

  onSignal(listener: () => void): void {
    this.listener = listener;
  }

  readonly nudge = (): void => this.listener();
}

/** Writes events in the transaction of what they tell of. */
@Injectable()
export class Outbox {
  constructor(
    private readonly signal: RelaySignal,
    private readonly router: EventRouter,
    private readonly runtime: JobRuntime,
  ) {}

  /** A job that this process can do at once needs no event. */
  async append(tx: Transaction, event: Omit<OutboxEvent, 'tenantId'>): Promise<void> {
    const said = { ...event, tenantId: tenantContext().tenantId };
    const [first, ...others] = this.router.route(said);
    if (first && others.length === 0 && (await this.runtime.start(tx, said, first))) return;
    await tx.write(
      `INSERT INTO outbox_events (tenant_id, event, subject_id, facts, priority, traceparent)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6)`,
      [said.tenantId, event.event, event.subjectId, JSON.stringify(event.facts), event.priority, event.traceparent],
    );
    tx.afterCommit(this.signal.nudge);
  }
}
