import type { Transaction } from '@app/database';
import type { JsonObject } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { JobDefinition } from './job-definition.js';
import { JobRuntime } from './job-runtime.js';

/** Something that has happened and that was committed together with its result. */
export interface OutboxEvent {
  /** `document.received`, `document.read`, … */
  readonly event: string;
  readonly tenantId: string;
  readonly subjectId: string;
  /** Small facts for routing; never content. */
  readonly facts: JsonObject;
  /** 1 (first) to 9 (last). */
  readonly priority: number;
  readonly traceparent: string;
}

export interface JobRequest {
  readonly job: JobDefinition;
  readonly facts: JsonObject;
}

/** Decides which jobs follow an event. The pipeline provides the one implementation: rooms do not know what comes next. */
export abstract class EventRouter {
  /** The events that this version knows. Others stay in the outbox for a version that does. */
  abstract readonly events: readonly string[];
  abstract route(event: OutboxEvent): readonly JobRequest[];
}

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
