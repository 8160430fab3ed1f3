import { BatchRunner } from '@app/llm';
import { Log } from '@app/observability';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { BatchesRepository } from './data/batches.repository.js';
import { type ModelsConfig, modelsConfig } from './models.config.js';

const LOOK_MS = 15_000;
/** Between two looks at a batch: providers take minutes to hours. */
const POLL_SECONDS = 60;
/** Longer than handing over takes at most. */
const ABANDONED_SECONDS = 15 * 60;
/** Requests that have ended are kept so long, so that the same one does not go into a batch again. */
const KEPT_DAYS = 7;

/** Makes batches of the requests that wait, and fetches what came of them. Several instances do not get into each other's way. */
@Injectable()
export class ModelBatches {
  private isBusy = false;

  constructor(
    private readonly runner: BatchRunner,
    private readonly batches: BatchesRepository,
    @Inject(modelsConfig.token) private readonly config: Pick<ModelsConfig, 'batchGatherSeconds' | 'batchRequests'>,
    private readonly log: Log,
  ) {}

  @Interval('models.batches', LOOK_MS)
  async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await this.submitDue();
      await this.collectDue();
      await this.tidy();
    } catch (error) {
      this.log.warn('models.batches_failed', { err: error });
    } finally {
      this.isBusy = false;
    }
  }

  async submitDue(): Promise<void> {
    const { batchGatherSeconds, batchRequests } = this.config;
    for (const { tenantId, provider, model } of await this.batches.due(batchGatherSeconds, batchRequests))
      await this.forTenant(tenantId, async () => {
        const requests = await this.runner.submit(provider, model, batchRequests);
        if (requests > 0) this.log.info('models.batch_sent', { provider, model, requests });
      });
  }

  async collectDue(pollSeconds = POLL_SECONDS): Promise<void> {
    for (const { tenantId, ...batch } of await this.batches.claimDue(pollSeconds))
      await this.forTenant(tenantId, async () => {
        if (await this.runner.collect(batch)) this.log.info('models.batch_ended', { provider: batch.provider });
      });
  }

  private async tidy(): Promise<void> {
    for (const { tenantId, id } of await this.batches.abandoned(ABANDONED_SECONDS))
      await this.forTenant(tenantId, () => this.batches.giveBack(id));
    await this.batches.purge(KEPT_DAYS);
  }

  /** One tenant's trouble keeps nobody else waiting. */
  private async forTenant(tenantId: string, work: () => Promise<void>): Promise<void> {
    try {
      await runAsTenant(systemContext(tenantId), work);
    } catch (error) {
      this.log.warn('models.batch_failed', { tenantId, err: error });
    }
  }
}
