import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { OwnTypesRepository } from '../data/own-types.repository.js';
import { NO_OWN_TYPES, OwnTypes } from '../domain/own-types/own-types.js';

/** Tenants whose categories one process keeps ready: at about 100 kB each. */
const KEPT = 200;

export interface TenantKnowledge {
  readonly own: OwnTypes;
  /** Whether anything was ever confirmed. */
  readonly hasMemories: boolean;
}

/**
 * What a tenant has taught about its documents. The tables are the truth and are asked each time, so that a change holds at once and
 * on every instance; what was made of them is kept until they change.
 */
@Injectable()
export class OwnTypesService {
  private readonly cache = new LRUCache<string, OwnTypes>({ max: KEPT });

  constructor(private readonly repository: OwnTypesRepository) {}

  async current(): Promise<TenantKnowledge> {
    const { stamp, hasMemories } = await this.repository.state();
    return { own: stamp === null ? NO_OWN_TYPES : await this.compiled(stamp), hasMemories };
  }

  private async compiled(stamp: string): Promise<OwnTypes> {
    const key = `${tenantContext().tenantId} ${stamp}`;
    const known = this.cache.get(key);
    if (known) return known;
    const own = new OwnTypes(await this.repository.all(), key);
    this.cache.set(key, own);
    return own;
  }
}
