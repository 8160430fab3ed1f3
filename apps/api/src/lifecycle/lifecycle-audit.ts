/** What the service does by itself with personal data, for the audit trail, which stands above this room. */
export interface LifecycleAct {
  /** `privacy.retention.erase`. */
  readonly action: string;
  readonly resourceType: string;
  /** Public id. */
  readonly resourceId: string;
  readonly outcome: 'succeeded' | 'failed';
  /** Counts and names of tables only. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The audit trail as this room needs it. */
export abstract class LifecycleAudit {
  /** Resolves once it is written, in the trail of the running tenant. */
  abstract record(act: LifecycleAct): Promise<void>;
}
