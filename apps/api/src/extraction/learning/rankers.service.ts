import { Log } from '@app/observability';
import { tenantContext } from '@app/tenancy';
import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { ExtractionSchema } from '../../schemas/index.js';
import { type LessonState, LessonsRepository } from '../data/lessons.repository.js';
import { FEATURES_VERSION, type Ranker } from '../../fields/index.js';
import type { compute } from './ranker.thread.js';

/** Rankers that one process keeps, of all tenants: at 256 kB each. */
const KEPT = 300;
const RANKER = computation<typeof compute>(import.meta.url, 'ranker.thread.js');

interface Wanted extends LessonState {
  readonly tenantId: string;
  readonly schemaId: string;
}

/**
 * What was learned from a tenant's lessons. The lessons are the truth and are asked for each time, so that what is taught holds at
 * once and on every instance; what was learned from them is kept until they change, and can always be learned again.
 */
@Injectable()
export class Rankers {
  private readonly cache = new LRUCache<string, Ranker, Wanted>({
    max: KEPT,
    fetchMethod: (_key, _stale, { context }) => this.learn(context),
  });

  constructor(
    private readonly lessons: LessonsRepository,
    private readonly threads: Threads,
    private readonly log: Log,
  ) {}

  /** By field; empty where nothing was taught. */
  async forSchema({ id: schemaId }: Pick<ExtractionSchema, 'id'>): Promise<ReadonlyMap<string, Ranker>> {
    const { tenantId } = tenantContext();
    const states = await this.lessons.states(schemaId, FEATURES_VERSION);
    const rankers = await Promise.all(
      states.map(async (state): Promise<readonly [string, Ranker] | null> => {
        const key = [tenantId, schemaId, state.field, state.stamp].join(' ');
        try {
          const ranker = await this.cache.fetch(key, { context: { ...state, tenantId, schemaId } });
          return ranker === undefined ? null : [state.field, ranker];
        } catch (error) {
          // Without what was learned the document is read as before; the next one tries again.
          this.log.warn('extraction.lessons_not_learned', { schemaId, field: state.field, err: error });
          return null;
        }
      }),
    );
    return new Map(rankers.filter((entry) => entry !== null));
  }

  private async learn({ schemaId, field, lessons, localRight }: Wanted): Promise<Ranker> {
    const features = await this.lessons.features(schemaId, field, FEATURES_VERSION);
    return { weights: await this.threads.run(RANKER, features), lessons, localRight };
  }
}
