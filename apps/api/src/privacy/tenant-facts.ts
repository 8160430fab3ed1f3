import { Injectable } from '@nestjs/common';
import { LifecycleEvidence } from '../lifecycle/index.js';
import { SealingEvidence } from '../sealing/index.js';
import { PrivacyEvidenceRepository } from './data/privacy-evidence.repository.js';
import type { PrivacyFacts } from './domain/privacy-facts.js';
import { ModelPlaces } from './model-places.js';
import { TrailWatch } from './trail-watch.js';

/** What is there and was done for the running tenant. */
@Injectable()
export class TenantFacts {
  constructor(
    private readonly evidence: PrivacyEvidenceRepository,
    private readonly life: LifecycleEvidence,
    private readonly trail: TrailWatch,
    private readonly models: ModelPlaces,
    private readonly sealing: SealingEvidence,
  ) {}

  async gathered(
    tenantRegion: string,
    now: Date,
  ): Promise<Pick<PrivacyFacts, 'models' | 'documents' | 'life' | 'trail' | 'sealing'>> {
    return {
      models: await this.models.list(),
      documents: await this.evidence.documents(now),
      life: await this.life.of(tenantRegion),
      trail: await this.trail.look(),
      sealing: await this.sealing.own(),
    };
  }
}
