import type { ModelSpec, ProviderSpec } from '../catalogue/model-spec.js';
import type { NanoUsd, TokenUsage } from '../catalogue/money.js';
import type { ProviderAnswer, ProviderCall } from '../providers/model-provider.js';
import type { CallBook, TenantModels } from '../ports.js';
import type { CheckedAnswer } from './answer-check.js';
import type { BaseRequest, NoAnswerReason } from './model-request.js';
import { runModel } from './model-run.js';
import { type Prompt, systemFor } from './prompt.js';
import type { ProviderDoors } from './provider-doors.js';
import type { WorkTally } from './work.js';

/** A model with its provider, in the order of a route. */
export interface Candidate {
  readonly provider: ProviderSpec;
  readonly model: ModelSpec;
}

/** What a piece of work asks, of whom, for whom. */
export interface RoutePlan {
  readonly route: readonly Candidate[];
  readonly tenant: TenantModels;
  readonly prompt: Prompt;
}

/** How answers are made and judged. */
export interface RouteWork<T> {
  readonly check: (answer: ProviderAnswer) => CheckedAnswer<T>;
  /** Another way to call the provider than for one whole answer: as a stream, for vectors. */
  readonly callOf?: (candidate: Candidate) => (call: ProviderCall) => Promise<ProviderAnswer>;
  readonly canRepeat?: () => boolean;
}

/** An answer with what it took. */
export interface RouteAnswer<T> {
  readonly value: T;
  readonly model: string;
  readonly provider: string;
  readonly usage: TokenUsage;
  readonly cost: NanoUsd;
}

/** The end of work without an answer. */
export class WithoutAnswer extends Error {
  constructor(
    readonly reason: NoAnswerReason,
    readonly cost: NanoUsd,
  ) {
    super(reason);
    this.name = 'WithoutAnswer';
  }
}

export interface RouteParts {
  readonly doors: ProviderDoors;
  readonly book: CallBook;
  readonly random: () => number;
}

/** Asks the models of a route in turn, within the request's deadline. Throws `WithoutAnswer`, `budget_exhausted`, and the signal's reason. */
export async function askRoute<T>(
  { doors, book, random }: RouteParts,
  { route, tenant, prompt }: RoutePlan,
  request: Omit<BaseRequest, 'content' | 'instructions'>,
  { check, callOf, canRepeat = () => true }: RouteWork<T>,
  tally: WorkTally,
): Promise<RouteAnswer<T>> {
  const deadline = Date.now() + request.deadlineMs;
  const limit = AbortSignal.timeout(request.deadlineMs);
  const signal = request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]);
  let reason: NoAnswerReason = 'unavailable';
  try {
    for (const candidate of route) {
      const { provider, model } = candidate;
      const door = doors.doorOf(provider, tenant.keys.get(provider.id));
      const run = {
        door: callOf === undefined ? door : { ...door, call: callOf(candidate) },
        model,
        subject: { purpose: request.purpose, documentId: request.documentId },
        promptHash: prompt.hash,
        system: systemFor(prompt, model.structure),
        user: prompt.user,
        shape: prompt.shape,
        maxTokens: Math.min(request.maxTokens, model.maxOutputTokens),
        priority: request.priority ?? ('normal' as const),
        signal,
        deadline,
        check,
        canRepeat,
        random,
      };
      const result = await runModel(book, run, tally);
      if (result.kind === 'value')
        return { value: result.value, model: model.id, provider: provider.id, usage: tally.usage, cost: tally.cost };
      reason = result.reason;
      if (result.kind === 'stop') break;
    }
  } catch (error) {
    if (!limit.aborted || request.signal?.aborted === true) throw error;
    reason = 'deadline';
  }
  throw new WithoutAnswer(reason, tally.cost);
}
