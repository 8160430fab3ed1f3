import { TieredCache } from '@app/cache';
import { isAppError } from '@app/kernel';
import { z } from 'zod';
import type { Catalogue, ModelSpec, ProviderSpec, Purpose } from '../catalogue/model-spec.js';
import type { CallBook, PreparedContent, PrivacyExit, TenantModels, TenantModelSettings } from '../ports.js';
import type { ModelAnswer, ModelRequest, NoAnswerReason } from './model-request.js';
import { runModel } from './model-run.js';
import { type Prompt, promptOf, systemFor } from './prompt.js';
import type { ProviderDoors } from './provider-doors.js';
import { WorkTally } from './work.js';

/** What the gateway stands on. */
export interface GatewayParts {
  readonly catalogue: Catalogue;
  readonly doors: ProviderDoors;
  readonly book: CallBook;
  readonly exit: PrivacyExit;
  readonly settings: TenantModelSettings;
  readonly cache: TieredCache;
  readonly cacheSeconds: number;
  readonly random: () => number;
}

/** A model with its provider, in the order of a route. */
interface Candidate {
  readonly provider: ProviderSpec;
  readonly model: ModelSpec;
}

/** What is kept of an answer. */
interface Kept {
  readonly value: unknown;
  readonly model: string;
  readonly provider: string;
  readonly usage: { readonly input: number; readonly cachedInput: number; readonly output: number };
  readonly cost: number;
}

const keptSchema = z.object({
  value: z.unknown(),
  model: z.string(),
  provider: z.string(),
  usage: z.object({ input: z.number(), cachedInput: z.number(), output: z.number() }),
  cost: z.number(),
});

/** Raised when what is kept of an answer changes its shape. */
const CACHE_VERSION = 1;

/** Carries the end of work without an answer through the cache, which keeps nothing of it. */
class WithoutAnswer extends Error {
  constructor(
    readonly reason: NoAnswerReason,
    readonly tally: WorkTally,
  ) {
    super(reason);
  }
}

/**
 * The only door to a model. It never throws for what a model or provider does: without a usable answer it says why, and the
 * caller goes on with the local engine. It throws where the caller's signal aborts, and for mistakes of ours.
 */
export class ModelGateway {
  private readonly models: ReadonlyMap<string, Candidate>;

  constructor(private readonly parts: GatewayParts) {
    this.models = new Map(
      parts.catalogue.providers.flatMap((provider) =>
        provider.models.map((model) => [model.id, { provider, model }] as const),
      ),
    );
  }

  /** Whether any model is set up for a purpose: callers need not prepare a request otherwise. */
  async hasModel(purpose: Purpose): Promise<boolean> {
    return this.models.size > 0 && this.routeOf(purpose, await this.parts.settings.current()).length > 0;
  }

  async ask<S extends z.ZodType>(request: ModelRequest<S>): Promise<ModelAnswer<z.output<S>>> {
    if (this.models.size === 0) return none('no-model');
    const tenant = await this.parts.settings.current();
    const route = this.routeOf(request.purpose, tenant);
    const [first] = route;
    if (first === undefined) return none('no-model');
    const prepared = await this.parts.exit.prepare(request.purpose, request.content);
    if (prepared.kind === 'forbidden') return none('forbidden');
    const prompt = promptOf(request, prepared.parts);
    try {
      return await this.cachedOrAsked(request, { route, first, tenant, prompt, prepared });
    } catch (error) {
      if (error instanceof WithoutAnswer) return none(error.reason, error.tally);
      request.signal?.throwIfAborted();
      if (isAppError(error) || !isDeadline(error)) throw error;
      return none('deadline');
    }
  }

  private async cachedOrAsked<S extends z.ZodType>(
    request: ModelRequest<S>,
    plan: Plan,
  ): Promise<ModelAnswer<z.output<S>>> {
    const { first, prompt, prepared } = plan;
    const tally = new WorkTally();
    const key = {
      name: `llm.${request.purpose}`,
      version: CACHE_VERSION,
      id: `${first.model.id}:${prompt.hash}`,
      schema: keptSchema,
      ttlSeconds: this.parts.cacheSeconds,
      sharedFlightSeconds: Math.ceil(request.deadlineMs / 1000),
    };
    const { value: kept, tier } = await this.parts.cache.getOrCompute(key, () => this.work(request, plan, tally));
    const cacheHit = tier !== null;
    const checked = cacheHit ? request.schema.safeParse(kept.value) : { success: true as const, data: kept.value };
    // What was kept no longer has the shape: a version that should have been raised. It is asked anew.
    const fresh = checked.success ? null : await this.work(request, plan, tally);
    const used = fresh ?? kept;
    if (cacheHit && fresh === null)
      this.parts.book.noteCacheHit(
        { purpose: request.purpose, documentId: request.documentId, model: kept.model, promptHash: prompt.hash },
        kept.cost,
      );
    return {
      kind: 'answer',
      value: prepared.restore((fresh === null ? checked.data : fresh.value) as z.output<S>),
      origin: {
        provider: used.provider,
        model: used.model,
        promptHash: prompt.hash,
        cacheHit: cacheHit && fresh === null,
        attempts: tally.attempts,
        degraded: used.model !== first.model.id,
        usage: tally.usage,
        cost: tally.cost,
      },
    };
  }

  /** Asks the models of the route in turn. Throws `WithoutAnswer`. */
  private async work<S extends z.ZodType>(request: ModelRequest<S>, plan: Plan, tally: WorkTally): Promise<Kept> {
    const { route, tenant, prompt, prepared } = plan;
    const deadline = Date.now() + request.deadlineMs;
    const limit = AbortSignal.timeout(request.deadlineMs);
    const signal = request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]);
    let reason: NoAnswerReason = 'unavailable';
    for (const { provider, model } of route) {
      const result = await runModel(
        this.parts.book,
        {
          door: this.parts.doors.doorOf(provider, tenant.keys.get(provider.id)),
          model,
          subject: { purpose: request.purpose, documentId: request.documentId },
          promptHash: prompt.hash,
          system: systemFor(prompt, model.structure),
          user: prompt.user,
          shape: prompt.shape,
          maxTokens: Math.min(request.maxTokens, model.maxOutputTokens),
          priority: request.priority ?? 'normal',
          signal,
          deadline,
          schema: request.schema,
          // The caller checks what it will get: with the originals put back.
          accept: request.accept && ((value: z.output<S>) => request.accept?.(prepared.restore(value)) ?? []),
          random: this.parts.random,
        },
        tally,
      );
      if (result.kind === 'value')
        return { value: result.value, model: model.id, provider: provider.id, usage: tally.usage, cost: tally.cost };
      reason = result.reason;
      if (result.kind === 'stop') break;
    }
    throw new WithoutAnswer(reason, tally);
  }

  private routeOf(purpose: Purpose, tenant: TenantModels): readonly Candidate[] {
    const ids = tenant.routes.get(purpose) ?? this.parts.catalogue.routes.get(purpose) ?? [];
    return ids.flatMap((id) => this.models.get(id) ?? []);
  }
}

interface Plan {
  readonly route: readonly Candidate[];
  readonly first: Candidate;
  readonly tenant: TenantModels;
  readonly prompt: Prompt;
  readonly prepared: Extract<PreparedContent, { kind: 'allowed' }>;
}

const none = (reason: NoAnswerReason, tally?: WorkTally): ModelAnswer<never> => ({
  kind: 'none',
  reason,
  cost: tally?.cost ?? 0,
});

const isDeadline = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';
