import { type Catalogue, isWithin, MODEL_CATALOGUE, PURPOSES, TenantModelSettings } from '@app/llm';
import { Inject, Injectable } from '@nestjs/common';
import type { ModelPlace } from './domain/privacy-facts.js';

/** Where the models are that the running tenant's texts may go to. */
@Injectable()
export class ModelPlaces {
  constructor(
    private readonly settings: TenantModelSettings,
    @Inject(MODEL_CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /** Each model once. */
  async list(): Promise<ModelPlace[]> {
    const tenant = await this.settings.current();
    const routes = PURPOSES.flatMap(
      (purpose) => tenant.routes.get(purpose) ?? this.catalogue.routes.get(purpose) ?? [],
    );
    const routed = new Set(routes);
    return this.catalogue.providers
      .flatMap(({ models }) => models)
      .filter((model) => routed.has(model.id) && isWithin(tenant, model))
      .map(({ id, region }) => ({ model: id, region: region ?? null }));
  }
}
