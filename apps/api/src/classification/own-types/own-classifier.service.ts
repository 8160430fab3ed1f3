import { isAppError, requirePublicId } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { PredictionService } from '../../classifiers/index.js';
import { TenantsService } from '../../tenants/index.js';
import type { ClassifierOpinion } from '../domain/cascade.js';
import { typeOfLabel } from '../domain/own-types/labels.js';
import type { OwnTypes } from '../domain/own-types/own-types.js';

/** Classifiers look at no more of a text. */
const CHARACTERS = 8_000;

/** The classifier that a tenant has trained and chosen for its documents. */
@Injectable()
export class OwnClassifier {
  constructor(
    private readonly tenants: TenantsService,
    private readonly predictions: PredictionService,
  ) {}

  /** Null where the tenant has chosen none, or there is nothing to look at. */
  async opinionOn(text: string, own: OwnTypes): Promise<ClassifierOpinion | null> {
    const { classification } = await this.tenants.settingsOf(tenantContext().tenantId);
    const { classifierId } = classification;
    if (classifierId === null || text.trim() === '') return null;
    try {
      const id = requirePublicId('classifier', classifierId);
      const [said] = (await this.predictions.predict(id, [text.slice(0, CHARACTERS)])).predictions;
      if (said === undefined || said.unknown || said.label === null) return { kind: 'unknown' };
      const type = typeOfLabel(said.label, own);
      return type === null ? { kind: 'unknown' } : { kind: 'type', type, confidence: said.confidence };
    } catch (error) {
      // A classifier that was deleted or not trained must not keep documents from being read.
      if (isAppError(error) && ['not_found', 'conflict'].includes(error.kind))
        return { kind: 'none', reason: error.code };
      throw error;
    }
  }
}
