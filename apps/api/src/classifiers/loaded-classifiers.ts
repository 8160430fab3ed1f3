import { decodeClassifier, modelBytes, type TextClassifier } from '@app/text';
import { notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type ClassifiersConfig, classifiersConfig } from './classifiers.config.js';
import { ClassifiersRepository } from './data/classifiers.repository.js';

interface Wanted {
  readonly tenantId: string;
  readonly id: string;
  readonly version: number;
}

/** Trained classifiers in memory, up to a number of bytes. A version never changes, so that what is here is never stale. */
@Injectable()
export class LoadedClassifiers {
  private readonly loaded: LRUCache<string, TextClassifier, Wanted>;

  constructor(
    private readonly classifiers: ClassifiersRepository,
    @Inject(classifiersConfig.token) config: ClassifiersConfig,
  ) {
    this.loaded = new LRUCache<string, TextClassifier, Wanted>({
      maxSize: config.cacheBytes,
      sizeCalculation: ({ model }) => modelBytes(model),
      // Several requests at once wait for one load.
      fetchMethod: async (_, __, { context }) => this.load(context),
    });
  }

  /** A version of a classifier of the tenant in the running context. Throws `not_found`. */
  async get(id: string, version: number): Promise<TextClassifier> {
    const { tenantId } = tenantContext();
    const context = { tenantId, id, version };
    const found = await this.loaded.fetch(`${tenantId}:${id}:${version}`, { context });
    if (!found) throw notFound();
    return found;
  }

  private async load({ id, version }: Wanted): Promise<TextClassifier> {
    const bytes = await this.classifiers.model(id, version);
    if (!bytes) throw notFound();
    return decodeClassifier(bytes);
  }
}
