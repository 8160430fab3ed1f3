import type Anthropic from '@anthropic-ai/sdk';
import type { ProviderSpec } from '../catalogue/model-spec.js';
import { answerOf, anthropicClients, faultOf, paramsOf } from '../providers/anthropic.provider.js';
import { faultOfStatus } from '../providers/api-faults.js';
import {
  type BatchAccess,
  type BatchEntry,
  type BatchResult,
  ProviderBatches,
  readAnswer,
} from './provider-batches.js';

/** Anthropic's Message Batches. */
export class AnthropicBatches extends ProviderBatches {
  private readonly clients: ReturnType<typeof anthropicClients>;

  constructor(spec: Pick<ProviderSpec, 'baseUrl' | 'headers'>) {
    super();
    // On the SDK's own transport: ours sends no files.
    this.clients = anthropicClients(spec);
  }

  override submit(entries: readonly BatchEntry[], access: BatchAccess): Promise<string> {
    const requests = entries.map(({ id, call }) => ({ custom_id: id, params: paramsOf(call) }));
    return this.clients.run(
      access,
      async (client, options) => (await client.messages.batches.create({ requests }, options)).id,
    );
  }

  override isEnded(batchId: string, access: BatchAccess): Promise<boolean> {
    return this.clients.run(
      access,
      async (client, options) =>
        (await client.messages.batches.retrieve(batchId, {}, options)).processing_status === 'ended',
    );
  }

  override async *results(batchId: string, access: BatchAccess): AsyncGenerator<BatchResult, void, void> {
    const lines = await this.clients.run(access, (client, options) =>
      client.messages.batches.results(batchId, {}, options),
    );
    try {
      for await (const { custom_id: id, result } of lines) yield resultOf(id, result);
    } catch (error) {
      throw faultOf(error, access.signal);
    }
  }

  override async cancel(batchId: string, access: BatchAccess): Promise<void> {
    await this.clients.run(access, (client, options) => client.messages.batches.cancel(batchId, {}, options));
  }
}

function resultOf(id: string, result: Anthropic.Messages.MessageBatchResult): BatchResult {
  switch (result.type) {
    case 'succeeded':
      return readAnswer(id, () => answerOf(result.message));
    case 'errored':
      return { id, kind: 'fault', fault: faultOfStatus({ type: result.error.error.type }, Date.now(), undefined).kind };
    default:
      return { id, kind: 'fault', fault: 'cancelled' };
  }
}
