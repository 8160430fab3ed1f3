import type { Evidence } from '../../lifecycle/index.js';
import type { SealingFacts } from '../../sealing/index.js';
import type { TenantSettings } from '../../tenants/index.js';

/** A model that the tenant's texts may go to, and where it is run; null where its provider does not say. */
export interface ModelPlace {
  readonly model: string;
  readonly region: string | null;
}

/** What the audit trail of the tenant has shown. */
export interface TrailFacts {
  /** `unknown`: a look at it had not ended. */
  readonly state: 'intact' | 'broken' | 'unknown';
  readonly entries: number | null;
  readonly checkedAt: Date | null;
}

/** Documents of the tenant. Ages are in days. */
export interface DocumentFacts {
  readonly documents: number;
  readonly oldestDays: number | null;
}

/** All that rules look at, gathered for one answer. */
export interface PrivacyFacts {
  readonly settings: TenantSettings;
  readonly tenantRegion: string;
  /** Null where the instance has none and serves all. */
  readonly instanceRegion: string | null;
  readonly models: readonly ModelPlace[];
  readonly documents: DocumentFacts;
  readonly trail: TrailFacts;
  /** Retention, erasures and holds. */
  readonly life: Evidence;
  /** Keys that stored files and classified columns are sealed with. */
  readonly keys: {
    readonly kind: string;
    readonly currentMasterKeyId: string;
    readonly masterKeyIds: readonly string[];
  };
  readonly sealing: SealingFacts;
  readonly now: Date;
  /** Whether keys of providers that the tenant brings can be kept, which they are encrypted only. */
  readonly keysEncrypted: boolean;
}
