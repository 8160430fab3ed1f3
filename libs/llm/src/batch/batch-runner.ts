import type { TieredCache } from '@app/cache';
import { tenantContext, runAsTenant } from '@app/tenancy';
import { z } from 'zod';
import type { Catalogue, ModelSpec, ProviderKey, ProviderSpec } from '../catalogue/model-spec.js';
import { batchCostOf, NO_TOKENS, type TokenUsage } from '../catalogue/money.js';
import { answerKey } from '../gateway/answer-cache.js';
import { checkAnswer } from '../gateway/answer-check.js';
import { UNSEEN } from '../gateway/attempt.js';
import { ProviderFault } from '../providers/model-provider.js';
import {
  type CallBook,
  type CallOutcome,
  type CallResult,
  isWithin,
  type OpenCall,
  type TenantModelSettings,
} from '../ports.js';
import { AnthropicBatches } from './anthropic-batches.js';
import { callOf, mostTokens } from './batch-body.js';
import type { BatchStore, SentBatch, SentRequest, TakenBatch } from './batch-store.js';
import { OpenAiBatches } from './openai-batches.js';
import type { BatchResult, ProviderBatches } from './provider-batches.js';

/** Providers answer within 24 hours; what has not come two hours later never will. */
const LIFE_HOURS = 26;
/** One that was cancelled has results of what it had done; it is not waited for longer than this. */
const GIVEN_UP_HOURS = LIFE_HOURS + 1;
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
    if (target !== null && !(await this.isOver(batch, target))) return false;
    await this.parts.store.end(batch.id);
    return true;
  }

  /** Settles a batch that has ended. False while there is something to wait for; that has an end, whatever the provider does. */
  private async isOver(batch: SentBatch, target: Target): Promise<boolean> {
    const { batches, key } = target;
    const hours = (Date.now() - batch.createdAt.getTime()) / 3_600_000;
    try {
      if (await batches.isEnded(batch.remoteId, access(key))) {
        await this.settleAll(batch, target);
        return true;
      }
      if (hours >= LIFE_HOURS) await batches.cancel(batch.remoteId, access(key));
    } catch (error) {
      if (hours < LIFE_HOURS) throw error;
    }
    return hours >= GIVEN_UP_HOURS;
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
      // The provider may have it, and bill it.
      const isUnseen = error.wasSent && UNSEEN.has(error.kind);
      for (const { id: request, body } of entries)
        await calls.get(request)?.close(endOf(error.kind, model, isUnseen ? mostTokens(body) : NO_TOKENS));
      await this.parts.store.giveBack(id);
      return 0;
    }
  }

  /** Each result settles its call; calls without one were not made. */
  private async settleAll(batch: SentBatch, { batches, model, key }: Target): Promise<void> {
    const requests = new Map((await this.parts.store.requestsOf(batch.id)).map((request) => [request.id, request]));
    for await (const result of batches.results(batch.remoteId, access(key))) {
      const request = requests.get(result.id);
      if (request === undefined) continue;
      requests.delete(result.id);
      await this.settle(request, result, model);
    }
    for (const request of requests.values()) await this.callOf(request, model).close(endOf('cancelled', model));
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

  private async settle(request: SentRequest, result: BatchResult, model: ModelSpec): Promise<void> {
    const call = this.callOf(request, model);
    if (result.kind === 'fault') {
      // An answer that nobody can read was billed: it counts as spent when it expires.
      if (result.fault !== 'cut') await call.close(endOf(result.fault, model));
      return;
    }
    const { answer } = result;
    const end = endOf('answered', model, answer.usage);
    const checked = checkAnswer(answer, z.unknown(), undefined);
    if (checked.ok)
      await this.parts.cache.set(answerKey(request.purpose, request.cacheId, { ttlSeconds: this.parts.cacheSeconds }), {
        value: checked.value,
        model: model.id,
        provider: providerOf(model),
        usage: answer.usage,
        cost: end.cost,
      });
    await call.close({ ...end, outcome: checked.ok ? 'answered' : checked.fault });
  }

  private callOf({ callId, purpose }: SentRequest, model: ModelSpec): OpenCall {
    return this.parts.book.resume(callId, { purpose, provider: providerOf(model), model: model.id });
  }

  /** Null where the model is not set up for batches, or the key is gone. Without `keyId`, any key of the tenant or the service. */
  private async targetOf(providerId: string, modelId: string, keyId?: string | null): Promise<Target | null> {
    const provider = this.parts.catalogue.providers.find(({ id }) => id === providerId);
    const model = provider?.models.find(({ id }) => id === modelId);
    if (provider === undefined || model?.batch === undefined) return null;
    const tenant = await this.parts.settings.current();
    // What was handed over may be fetched: nothing more leaves by that.
    if (keyId === undefined && !isWithin(tenant, model)) return null;
    const key = keyFor(tenant.keys.get(providerId) ?? provider.keys, keyId);
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

/** Without `keyId` any of them, and another one at the next try: a key may be dead. */
const keyFor = (keys: readonly ProviderKey[], keyId: string | null | undefined): ProviderKey | undefined =>
  keyId === undefined ? keys[Math.floor(Math.random() * keys.length)] : keys.find(({ id }) => id === keyId);

/** A batch takes hours by design: its calls have no time of their own. */
const endOf = (outcome: CallOutcome, model: ModelSpec, usage: TokenUsage = NO_TOKENS): CallResult => ({
  outcome,
  usage,
  cost: batchCostOf(usage, model),
  latencyMs: 0,
});

const access = (key: ProviderKey | null): { key: ProviderKey | null; signal: AbortSignal } => ({
  key,
  signal: AbortSignal.timeout(TRANSFER_MS),
});

const providerOf = ({ id }: ModelSpec): string => id.slice(0, id.indexOf('/'));
