import {
  type LlmConfig,
  llmConfig,
  type ModelAnswer,
  ModelGateway,
  type ModelRequest,
  type Priority,
  type Purpose,
} from '@app/llm';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type TenantSettings, TenantsService } from '../tenants/index.js';

/** A step that a model may be asked in. */
export type AdvisedStep = keyof TenantSettings['modelThresholds'];

/** What a room asks about a document; whose and how urgent it is comes from the document. */
export type DocumentQuestion<S extends z.ZodType> = Omit<
  ModelRequest<S>,
  'documentId' | 'deadlineMs' | 'priority' | 'signal'
>;

/** The document that a question is for. */
export interface Subject {
  readonly id: string;
  /** Of its job: 1 to 10, smaller first. */
  readonly priority: number;
  /** Aborts where nobody needs the answer any more. */
  readonly signal: AbortSignal;
}

/** Priorities of jobs: `high` is 2, `normal` 5, `low` 8. */
const laneOf = (priority: number): Priority => (priority <= 3 ? 'urgent' : priority <= 6 ? 'normal' : 'bulk');

/** The way from a step of a document to the models: by the tenant's thresholds, in the document's name and lane. */
@Injectable()
export class DocumentModels {
  constructor(
    private readonly gateway: ModelGateway,
    private readonly tenants: TenantsService,
    @Inject(llmConfig.token) private readonly config: LlmConfig,
  ) {}

  /**
   * Confidence below which the local answer of a step is not enough; 0 where there is no model to ask. `wanted` stands in for what
   * the tenant has set.
   */
  async thresholdOf(step: AdvisedStep, purpose: Purpose = step, wanted?: number): Promise<number> {
    if (!(await this.gateway.hasModel(purpose))) return 0;
    return wanted ?? (await this.tenants.settingsOf(tenantContext().tenantId)).modelThresholds[step];
  }

  /** Throws `budget_exhausted` where the tenant wants no local answer instead, and where the signal aborts. */
  ask<S extends z.ZodType>(question: DocumentQuestion<S>, subject: Subject): Promise<ModelAnswer<z.output<S>>> {
    return this.gateway.ask({
      ...question,
      documentId: subject.id,
      priority: laneOf(subject.priority),
      signal: subject.signal,
      deadlineMs: this.config.workSeconds * 1000,
    });
  }
}
