import type { JsonObject } from '@app/kernel';
import type { JobDefinition } from './job-definition.js';

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
