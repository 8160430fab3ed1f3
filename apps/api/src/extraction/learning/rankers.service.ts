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

/** Solved documents that a list is read by: each is held against the look of the next one. */
const MOST_TABLES = 50;

/** What was learned for a schema, by field. */
export interface Learned {
  readonly rankers: ReadonlyMap<string, Ranker>;
  /** Of lists: what solved documents have shown, as it is kept. */
  readonly tables: ReadonlyMap<string, readonly Uint8Array[]>;
}

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

  private readonly tables = new LRUCache<string, readonly Uint8Array[]>({ max: KEPT });

  constructor(
    private readonly lessons: LessonsRepository,
    private readonly threads: Threads,
    private readonly log: Log,
  ) {}

  /** By field; empty where nothing was taught. */
  async forSchema({ id: schemaId, fields }: ExtractionSchema): Promise<Learned> {
    const { tenantId } = tenantContext();
    const all = await this.lessons.states(schemaId, FEATURES_VERSION);
    const lists = new Set(fields.filter(({ type }) => type === 'list').map(({ name }) => name));
    const states = all.filter(({ field }) => !lists.has(field));
    const taught = all.filter(({ field }) => lists.has(field));
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
    const tables = taught.map(async ({ field, stamp }) => {
      const key = [tenantId, schemaId, field, stamp].join(' ');
      const known = this.tables.get(key);
      const found = known ?? (await this.lessons.features(schemaId, field, FEATURES_VERSION, MOST_TABLES));
      this.tables.set(key, found);
      return [field, found] as const;
    });
    return { rankers: new Map(rankers.filter((entry) => entry !== null)), tables: new Map(await Promise.all(tables)) };
  }

  private async learn({ schemaId, field, lessons, localRight }: Wanted): Promise<Ranker> {
    const features = await this.lessons.features(schemaId, field, FEATURES_VERSION);
    return { weights: await this.threads.run(RANKER, features), lessons, localRight };
  }
}
