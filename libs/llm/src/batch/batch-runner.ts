import type { TieredCache } from '@app/cache';
import { tenantContext, runAsTenant } from '@app/tenancy';
import { z } from 'zod';
import type { Catalogue, ModelSpec, ProviderKey, ProviderSpec } from '../catalogue/model-spec.js';
import { batchCostOf, NO_TOKENS } from '../catalogue/money.js';
import { answerKey } from '../gateway/answer-cache.js';
import { checkAnswer } from '../gateway/answer-check.js';
import { ProviderFault } from '../providers/model-provider.js';
import type { CallBook, OpenCall, TenantModelSettings } from '../ports.js';
import { AnthropicBatches } from './anthropic-batches.js';
import { callOf, mostTokens } from './batch-body.js';
import type { BatchStore, SentBatch, SentRequest, TakenBatch } from './batch-store.js';
import { OpenAiBatches } from './openai-batches.js';
import type { BatchResult, ProviderBatches } from './provider-batches.js';

/** Providers answer within 24 hours; what has not come two hours later never will. */
const LIFE_HOURS = 26;
/** The ledger waits a little longer: the last results are collected after that. */
const CALL_LIFE_SECONDS = (LIFE_HOURS + 2) * 3_600;
/** Of handing over or fetching a whole batch. */
const TRANSFER_MS = 5 * 60_000;

export interface BatchRunnerParts {
  readonly catalogue: Catalogue;
  readonly settings: TenantModelSettings;
  readonly book: CallBook;
  readonly store: BatchStore;
  readonly cache: TieredCache;
  readonly cacheSeconds: number;
}

const BATCHES = {
  'openai-compatible': (spec: ProviderSpec): ProviderBatches => new OpenAiBatches(spec),
  anthropic: (spec: ProviderSpec): ProviderBatches => new AnthropicBatches(spec),
} as const satisfies Record<ProviderSpec['kind'], (spec: ProviderSpec) => ProviderBatches>;

interface Target {
  readonly provider: ProviderSpec;
  readonly model: ModelSpec;
  readonly key: ProviderKey | null;
  readonly batches: ProviderBatches;
}

/**
 * Hands requests that can wait to providers and puts the answers where the gateway looks first: into the cache. Works for the
 * tenant in the running context; a batch never holds requests of two tenants.
 */
export class BatchRunner {
  private readonly providers = new Map<string, ProviderBatches>();

  constructor(private readonly parts: BatchRunnerParts) {}

  /** Makes one batch of what waits for a model. Answers how many requests were handed over. */
  async submit(providerId: string, modelId: string, most: number): Promise<number> {
    const { store } = this.parts;
    const taken = await store.take(providerId, modelId, most);
    if (taken === null) return 0;
    const target = await this.targetOf(providerId, modelId);
    const calls = target === null ? new Map<string, OpenCall>() : await this.reserve(taken, target);
    await store.noteCalls(taken.id, new Map([...calls].map(([id, call]) => [id, call.id])));
    if (target !== null && calls.size > 0) return this.handOver(taken, target, calls);
    // The model takes no batches any more, or no budget has room for them.
    await store.end(taken.id);
    return 0;
  }

  /** Fetches the answers of a batch once it has ended. False where it has not. Throws `ProviderFault`. */
  async collect(batch: SentBatch): Promise<boolean> {
    const target = await this.targetOf(batch.provider, batch.model, batch.keyId);
    // Otherwise nobody can fetch it any more: its calls count as spent when they expire.
    if (target !== null) {
      const { batches, key } = target;
      const ageMs = Date.now() - batch.createdAt.getTime();
      if (!(await batches.isEnded(batch.remoteId, access(key)))) {
        if (ageMs < LIFE_HOURS * 3_600_000) return false;
        await batches.cancel(batch.remoteId, access(key));
      }
      await this.settleAll(batch, target, ageMs);
    }
    await this.parts.store.end(batch.id);
    return true;
  }

  private async handOver(
    { id, requests }: TakenBatch,
    { batches, model, key }: Target,
    calls: ReadonlyMap<string, OpenCall>,
  ): Promise<number> {
    const entries = requests.filter((request) => calls.has(request.id));
    try {
      const remoteId = await batches.submit(
        entries.map((request) => ({ id: request.id, call: callOf(request.body, model) })),
        access(key),
      );
      await this.parts.store.noteSent(id, { remoteId, keyId: key?.id ?? null });
      return entries.length;
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error;
      for (const call of calls.values())
        await call.close({ outcome: error.kind, usage: NO_TOKENS, cost: 0, latencyMs: 0 });
      await this.parts.store.giveBack(id);
      return 0;
    }
  }

  /** Each result settles its call; calls without one were not made. */
  private async settleAll(batch: SentBatch, { batches, model, key }: Target, latencyMs: number): Promise<void> {
    const requests = new Map((await this.parts.store.requestsOf(batch.id)).map((request) => [request.id, request]));
    for await (const result of batches.results(batch.remoteId, access(key))) {
      const request = requests.get(result.id);
      if (request === undefined) continue;
      requests.delete(result.id);
      await this.settle(request, result, { model, latencyMs });
    }
    for (const request of requests.values())
      await this.callOf(request, model).close({ outcome: 'cancelled', usage: NO_TOKENS, cost: 0, latencyMs });
  }

  /** Enters a call for each request whose budgets allow it, in the name of who asked for it. */
  private async reserve(
    { requests }: TakenBatch,
    { provider, model, key }: Target,
  ): Promise<ReadonlyMap<string, OpenCall>> {
    const opened = await Promise.all(
      requests.map(async ({ id, userId, body, purpose, documentId, promptHash }) => {
        const most = mostTokens(body);
        const call = await runAsTenant({ ...tenantContext(), userId }, () =>
          this.parts.book.open({
            purpose,
            documentId,
            promptHash,
            provider: provider.id,
            model: model.id,
            keyId: key?.id ?? null,
            attempt: 1,
            estimate: { tokens: most.input + most.output, cost: batchCostOf(most, model) },
            lifeSeconds: CALL_LIFE_SECONDS,
          }),
        );
        return call.kind === 'open' ? [[id, call] as const] : [];
      }),
    );
    return new Map(opened.flat());
  }

  private async settle(
    request: SentRequest,
    result: BatchResult,
    { model, latencyMs }: { model: ModelSpec; latencyMs: number },
  ): Promise<void> {
    const call = this.callOf(request, model);
    if (result.kind === 'fault') return call.close({ outcome: result.fault, usage: NO_TOKENS, cost: 0, latencyMs });
    const { answer } = result;
    const cost = batchCostOf(answer.usage, model);
    const checked = checkAnswer(answer, z.unknown(), undefined);
    if (checked.ok)
      await this.parts.cache.set(answerKey(request.purpose, request.cacheId, { ttlSeconds: this.parts.cacheSeconds }), {
        value: checked.value,
        model: model.id,
        provider: providerOf(model),
        usage: answer.usage,
        cost,
      });
    await call.close({ outcome: checked.ok ? 'answered' : checked.fault, usage: answer.usage, cost, latencyMs });
  }

  private callOf({ callId, purpose }: SentRequest, model: ModelSpec): OpenCall {
    return this.parts.book.resume(callId, { purpose, provider: providerOf(model), model: model.id });
  }

  /** Null where the model is not set up for batches, or the key is gone. Without `keyId`, any key of the tenant or the service. */
  private async targetOf(providerId: string, modelId: string, keyId?: string | null): Promise<Target | null> {
    const provider = this.parts.catalogue.providers.find(({ id }) => id === providerId);
    const model = provider?.models.find(({ id }) => id === modelId);
    if (provider === undefined || model?.batch === undefined) return null;
    const keys = (await this.parts.settings.current()).keys.get(providerId) ?? provider.keys;
    const key =
      keyId === undefined
        ? // Another one at the next try: a key may be dead.
          keys[Math.floor(Math.random() * keys.length)]
        : keys.find(({ id }) => id === keyId);
    if (key === undefined && keyId !== undefined && keyId !== null) return null;
    return { provider, model, key: key ?? null, batches: this.batchesOf(provider) };
  }

  private batchesOf(provider: ProviderSpec): ProviderBatches {
    let batches = this.providers.get(provider.id);
    if (batches === undefined) {
      batches = BATCHES[provider.kind](provider);
      this.providers.set(provider.id, batches);
    }
    return batches;
  }
}

const access = (key: ProviderKey | null): { key: ProviderKey | null; signal: AbortSignal } => ({
  key,
  signal: AbortSignal.timeout(TRANSFER_MS),
});

const providerOf = ({ id }: ModelSpec): string => id.slice(0, id.indexOf('/'));
