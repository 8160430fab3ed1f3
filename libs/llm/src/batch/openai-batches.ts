import type { OpenAI } from 'openai';
import { z } from 'zod';
import type { ProviderSpec } from '../catalogue/model-spec.js';
import { faultOfStatus } from '../providers/api-faults.js';
import { ProviderFault } from '../providers/model-provider.js';
import { answerOf, openAiClients, paramsOf } from '../providers/openai-compatible.provider.js';
import { openAiSdk } from '../providers/sdks.js';
import {
  type BatchAccess,
  type BatchEntry,
  type BatchResult,
  ProviderBatches,
  readAnswer,
} from './provider-batches.js';

const ENDED: ReadonlySet<string> = new Set(['completed', 'failed', 'expired', 'cancelled']);

const lineSchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
});

/** OpenAI's Batch API, which Azure and others have too: requests as lines of a file, answers as lines of another. */
export class OpenAiBatches extends ProviderBatches {
  private readonly clients: ReturnType<typeof openAiClients>;

  constructor(spec: Pick<ProviderSpec, 'baseUrl' | 'headers'>) {
    super();
    // On the SDK's own transport: ours sends no files.
    this.clients = openAiClients(spec);
  }

  override submit(entries: readonly BatchEntry[], access: BatchAccess): Promise<string> {
    const lines = entries.map(({ id, call }) =>
      JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body: paramsOf(call) }),
    );
    return this.clients.run(access, async (client, options) => {
      const bytes = Buffer.from(lines.join('\n'));
      const file = await openAiSdk().toFile(bytes, 'requests.jsonl', { type: 'application/jsonl' });
      const { id } = await client.files.create({ purpose: 'batch', file }, options);
      const batch = await client.batches.create(
        { input_file_id: id, endpoint: '/v1/chat/completions', completion_window: '24h' },
        options,
      );
      return batch.id;
    });
  }

  override isEnded(batchId: string, access: BatchAccess): Promise<boolean> {
    return this.clients.run(access, async (client, options) =>
      ENDED.has((await client.batches.retrieve(batchId, options)).status),
    );
  }

  override async *results(batchId: string, access: BatchAccess): AsyncGenerator<BatchResult, void, void> {
    const files = await this.clients.run(access, async (client, options) => {
      const { output_file_id: answers, error_file_id: errors } = await client.batches.retrieve(batchId, options);
      return [answers, errors].filter((id): id is string => typeof id === 'string' && id !== '');
    });
    for (const id of files) {
      const text = await this.clients.run(access, async (client, options) =>
        (await client.files.content(id, options)).text(),
      );
      for (const line of text.split('\n')) if (line.trim() !== '') yield resultOf(line);
    }
  }

  override async cancel(batchId: string, access: BatchAccess): Promise<void> {
    await this.clients.run(access, (client, options) => client.batches.cancel(batchId, options));
  }
}

function resultOf(line: string): BatchResult {
  const parsed = lineSchema.safeParse(jsonOf(line));
  if (!parsed.success) throw new ProviderFault('cut');
  const { custom_id: id, response } = parsed.data;
  // Without a response the call was not made: the batch expired or was cancelled.
  if (!response) return { id, kind: 'fault', fault: 'cancelled' };
  if (response.status_code !== 200)
    return { id, kind: 'fault', fault: faultOfStatus({ status: response.status_code }, Date.now(), undefined).kind };
  return readAnswer(id, () => answerOf(response.body as OpenAI.ChatCompletion));
}

/** Undefined where it is none: the lines came in part. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
