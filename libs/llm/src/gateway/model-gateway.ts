import type { TieredCache } from '@app/cache';
import type { z } from 'zod';
import type { Catalogue, Purpose } from '../catalogue/model-spec.js';
import type { NanoUsd } from '../catalogue/money.js';
import {
  isWithin,
  type PreparedContent,
  type PrivacyExit,
  type TenantModels,
  type TenantModelSettings,
} from '../ports.js';
import type { ProviderAnswer } from '../providers/model-provider.js';
import { RestoringStream } from '../prompt/restoring-stream.js';
import { bodyOf } from '../batch/batch-body.js';
import type { BatchStore } from '../batch/batch-store.js';
import { answerKey } from './answer-cache.js';
import { type AcceptanceCheck, type CheckedAnswer, checkAnswer, checkText } from './answer-check.js';
import type {
  EmbeddingRequest,
  Later,
  ModelAnswer,
  ModelRequest,
  NoAnswer,
  NoAnswerReason,
  TextRequest,
} from './model-request.js';
import { inOwnTime, OwnEnd, untilOwnEnd } from './own-time.js';
import { promptOf } from './prompt.js';
import {
  askRoute,
  type Candidate,
  type RouteAnswer,
  type RouteParts,
  type RoutePlan,
  WithoutAnswer,
} from './route-run.js';
import { StreamQueue } from './stream-queue.js';
import { WorkTally } from './work.js';

/** What the gateway stands on. */
export interface GatewayParts extends RouteParts {
  readonly catalogue: Catalogue;
  readonly exit: PrivacyExit;
  readonly settings: TenantModelSettings;
  readonly cache: TieredCache;
  readonly batches: Pick<BatchStore, 'enter'>;
  readonly cacheSeconds: number;
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

  /** A value of the asked shape, checked; from the cache where the same was asked before. Throws `budget_exhausted` where the tenant wants it so. */
  ask<S extends z.ZodType>(request: ModelRequest<S>): Promise<ModelAnswer<z.output<S>>> {
    return this.planned(request, (plan) => untilOwnEnd(request, (own) => this.cachedOrAsked(own, plan)));
  }

  /**
   * As `ask`, for work that can wait a day: a model of the route that takes batches is asked for less. `later`: the request
   * waits for the next batch or is under way; ask again after a while, with the same content. Once the batch has its answer it
   * comes from the cache; where the batch brought none, the model is asked at once.
   */
  askLater<S extends z.ZodType>(request: ModelRequest<S>): Promise<ModelAnswer<z.output<S>> | Later> {
    return this.planned(request, async (plan) => {
      const candidate = plan.route.find(({ model }) => model.batch !== undefined);
      const isWaiting =
        candidate !== undefined &&
        (await this.parts.cache.get(this.keyOf(request, cacheId(plan)))) === null &&
        (await this.parts.batches.enter({
          purpose: request.purpose,
          documentId: request.documentId,
          provider: candidate.provider.id,
          model: candidate.model.id,
          promptHash: plan.prompt.hash,
          cacheId: cacheId(plan),
          body: bodyOf(plan.prompt, candidate.model, request.maxTokens),
        }));
      return isWaiting ? { kind: 'later' as const } : untilOwnEnd(request, (own) => this.cachedOrAsked(own, plan));
    });
  }

  /** Free text as it comes; the generator's return value is the whole. Nothing of it is cached. */
  async *stream(request: TextRequest): AsyncGenerator<string, ModelAnswer<string>, void> {
    const queue = new StreamQueue<string>();
    const left = new AbortController();
    const signal = request.signal === undefined ? left.signal : AbortSignal.any([request.signal, left.signal]);
    const work = this.planned(request, (plan) =>
      this.streamed({ ...request, signal }, plan, (piece) => queue.push(piece)),
    ).finally(() => queue.end());
    // Its error is thrown below, to whoever takes the pieces.
    work.catch(() => undefined);
    try {
      yield* queue;
      return await work;
    } finally {
      // Nobody takes the pieces any more: the provider need not make them.
      left.abort();
    }
  }

  /** Vectors of texts, in their order. */
  embed(request: EmbeddingRequest): Promise<ModelAnswer<readonly Float32Array[]>> {
    const { texts, ...rest } = request;
    const content = texts.map((text) => ({ name: 'text', text }));
    return this.planned({ ...rest, instructions: '', content, maxTokens: 1 }, async (plan) => {
      const tally = new WorkTally();
      let vectors: readonly Float32Array[] = [];
      const answer = await askRoute(
        this.parts,
        { ...plan, prompt: { ...plan.prompt, system: '' } },
        { ...rest, maxTokens: 1 },
        {
          check: () => ({ ok: true, value: null }),
          callOf:
            ({ provider }) =>
            async ({ model, key, signal }) => {
              const embedded = await this.parts.doors
                .providerOf(provider)
                .embed({ model, key, signal, texts: plan.prepared.parts.map(({ text }) => text) });
              vectors = embedded.vectors;
              return { text: '', finish: 'complete', usage: embedded.usage, servedBy: model.name };
            },
        },
        tally,
      );
      return answered(vectors, answer, plan, tally);
    });
  }

  /** Finds out who is to be asked and what may leave, and turns the end without an answer into an answer. */
  private async planned<T>(
    request: TextRequest & Partial<Pick<ModelRequest, 'schema' | 'schemaName' | 'schemaVersion'>>,
    work: (plan: Plan) => Promise<T>,
  ): Promise<T | NoAnswer> {
    if (this.models.size === 0) return none('no-model');
    const tenant = await this.parts.settings.current();
    const route = this.routeOf(request.purpose, tenant);
    const [first] = route;
    if (first === undefined) return none('no-model');
    const prepared = await this.parts.exit.prepare(request.purpose, request.content);
    if (prepared.kind === 'forbidden') return none('forbidden');
    try {
      const hedgeAfterMs = this.parts.catalogue.hedging.get(request.purpose);
      return await work({ route, first, tenant, prompt: promptOf(request, prepared.parts), prepared, hedgeAfterMs });
    } catch (error) {
      if (error instanceof WithoutAnswer) return none(error.reason, error.cost);
      throw error;
    }
  }

  private async cachedOrAsked<S extends z.ZodType>(
    request: ModelRequest<S>,
    plan: Plan,
  ): Promise<ModelAnswer<z.output<S>>> {
    const { cache, book } = this.parts;
    const { prompt, prepared } = plan;
    const tally = new WorkTally();
    const until = Date.now() + request.deadlineMs;
    let isOurs = false;
    // The caller checks what it will get: with the originals put back.
    const problemsOf = (value: z.output<S>): readonly string[] => request.accept?.(prepared.restore(value)) ?? [];
    const work = (): Promise<RouteAnswer<z.output<S>>> => {
      isOurs = true;
      const own = { ...request, deadlineMs: until - Date.now() };
      return this.askAlone(own, plan, problemsOf, tally).catch((error: unknown) => {
        throw OwnEnd.of(request, error);
      });
    };
    // A value of the cache may no longer have the shape, or have come in a batch, where nobody could tell that it is not acceptable.
    // What is asked instead is kept beside it: its twins share that as well.
    const keys = [cacheId(plan), `${cacheId(plan)}:again`].map((id) => this.keyOf(request, id));
    for (const key of keys) {
      const { value: kept, tier } = await inOwnTime(cache.getOrCompute(key, work), request, () => isOurs);
      if (tier === null) return answered(prepared.restore(kept.value as z.output<S>), kept, plan, tally);
      const known = request.schema.safeParse(kept.value);
      if (!known.success || problemsOf(known.data).length > 0) continue;
      const { purpose, documentId } = request;
      book.noteCacheHit({ purpose, documentId, model: kept.model, promptHash: prompt.hash }, kept.cost);
      return answered(prepared.restore(known.data), kept, plan, tally, true);
    }
    const fresh = await work();
    return answered(prepared.restore(fresh.value), fresh, plan, tally);
  }

  /** Past the cache. */
  private async askAlone<S extends z.ZodType>(
    request: ModelRequest<S>,
    plan: Plan,
    problemsOf: AcceptanceCheck<z.output<S>>,
    tally: WorkTally,
  ): Promise<RouteAnswer<z.output<S>>> {
    request.signal?.throwIfAborted();
    // We waited for another instance and are gone by now.
    if (request.deadlineMs <= 0) throw new WithoutAnswer('deadline', 0);
    const check = (answer: ProviderAnswer): CheckedAnswer<z.output<S>> =>
      checkAnswer(answer, request.schema, problemsOf);
    return askRoute(this.parts, plan, request, { check }, tally);
  }

  private keyOf({ purpose, deadlineMs }: ModelRequest, id: string): ReturnType<typeof answerKey> {
    const sharedFlightSeconds = Math.ceil(deadlineMs / 1000);
    return answerKey(purpose, id, { ttlSeconds: this.parts.cacheSeconds, sharedFlightSeconds });
  }

  private async streamed(
    request: TextRequest,
    plan: Plan,
    send: (piece: string) => void,
  ): Promise<ModelAnswer<string>> {
    const tally = new WorkTally();
    const restoring = new RestoringStream(plan.prepared.restore);
    let hasBegun = false;
    const answer = await askRoute(
      this.parts,
      plan,
      request,
      {
        check: checkText,
        canRepeat: () => !hasBegun,
        callOf:
          ({ provider }) =>
          async (call) => {
            const pieces = this.parts.doors.providerOf(provider).stream(call);
            for (;;) {
              const next = await pieces.next();
              if (next.done === true) return next.value;
              hasBegun = true;
              send(restoring.add(next.value));
            }
          },
      },
      tally,
    );
    send(restoring.finish());
    return answered(plan.prepared.restore(answer.value), answer, plan, tally);
  }

  private routeOf(purpose: Purpose, tenant: TenantModels): readonly Candidate[] {
    const ids = tenant.routes.get(purpose) ?? this.parts.catalogue.routes.get(purpose) ?? [];
    return ids.flatMap((id) => this.models.get(id) ?? []).filter(({ model }) => isWithin(tenant, model));
  }
}

interface Plan extends RoutePlan {
  readonly first: Candidate;
  readonly prepared: Extract<PreparedContent, { kind: 'allowed' }>;
}

const none = (reason: NoAnswerReason, cost: NanoUsd = 0): NoAnswer => ({ kind: 'none', reason, cost });

function answered<T>(
  value: T,
  from: Pick<RouteAnswer<unknown>, 'model' | 'provider'>,
  { first, prompt }: Plan,
  { attempts, usage, cost }: WorkTally,
  cacheHit = false,
): ModelAnswer<T> {
  const { model, provider } = from;
  const degraded = model !== first.model.id;
  return {
    kind: 'answer',
    value,
    origin: { provider, model, promptHash: prompt.hash, cacheHit, attempts, degraded, usage, cost },
  };
}

const cacheId = ({ first, prompt }: Plan): string => `${first.model.id}:${prompt.hash}`;
