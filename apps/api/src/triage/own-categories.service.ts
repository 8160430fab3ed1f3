import { isAppError, requirePublicId } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { type LabelDefinition, PredictionService } from '../classifiers/index.js';
import { TenantsService } from '../tenants/index.js';
import type { CategoryOrigin, MailCategory, TriageResult } from './domain/triage-model.js';

interface Opinion {
  readonly category: MailCategory | null;
  readonly origin: CategoryOrigin;
}

/** The classifier that a tenant has trained and chosen for its e-mails. */
@Injectable()
export class OwnCategories {
  constructor(
    private readonly tenants: TenantsService,
    private readonly predictions: PredictionService,
  ) {}

  /**
   * A result with the category that the classifier says, the engine's where it does not know or cannot be asked. Priority and reply
   * go by the engine's category: they rest on what it means, which of a tenant's label nobody knows.
   */
  async decided(result: TriageResult, words: string): Promise<TriageResult> {
    const { triage } = await this.tenants.settingsOf(tenantContext().tenantId);
    if (triage.classifierId === null || words.trim() === '') return result;
    const { category, origin } = await this.opinionOf(triage.classifierId, words);
    return { ...result, category: category ?? result.category, origin: { ...result.origin, category: origin } };
  }

  /** The labels of the classifier that a result's category comes from, or could have come from; null where there is none. */
  async labels({ origin }: TriageResult): Promise<readonly LabelDefinition[] | null> {
    const { classifierId, version } = origin.category;
    if (classifierId === null || version === null) return null;
    return this.predictions.labels(requirePublicId('classifier', classifierId));
  }

  private async opinionOf(classifierId: string, words: string): Promise<Opinion> {
    const origin = { by: 'engine' as const, classifierId, version: null };
    try {
      const { version, predictions } = await this.predictions.predict(requirePublicId('classifier', classifierId), [
        words,
      ]);
      const [said] = predictions;
      if (said === undefined || said.unknown || said.label === null)
        return { category: null, origin: { ...origin, version, reason: 'unknown' } };
      const alternatives = said.alternatives.map(({ label, confidence }) => ({ name: label, confidence }));
      return {
        category: { name: said.label, confidence: said.confidence, alternatives },
        origin: { ...origin, by: 'classifier', version, reason: null },
      };
    } catch (error) {
      // A classifier that was deleted or not trained must not keep e-mails from being triaged.
      if (isAppError(error) && ['not_found', 'conflict'].includes(error.kind))
        return { category: null, origin: { ...origin, reason: error.code } };
      throw error;
    }
  }
}
