import { sleep } from '@app/kernel';
import type { ModelSpec, ProviderSpec } from '../catalogue/model-spec.js';
import type { NanoUsd, TokenUsage } from '../catalogue/money.js';
import type { ProviderAnswer, ProviderCall } from '../providers/model-provider.js';
import type { CallBook, TenantModels } from '../ports.js';
import type { CheckedAnswer } from './answer-check.js';
import { backoffMs } from './backoff.js';
import type { BaseRequest, NoAnswerReason } from './model-request.js';
import { hedged } from './hedge.js';
import { type ModelRunResult, runModel } from './model-run.js';
import { type Prompt, systemFor } from './prompt.js';
import type { ProviderDoors } from './provider-doors.js';
import { timeLimit } from './time-limit.js';
import { schemaText } from '../prompt/schema-text.js';
import { estimateTokens } from '../prompt/token-estimate.js';
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
  /** Milliseconds after which the second model is asked as well; never where absent. */
  readonly hedgeAfterMs: number | undefined;
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

/**
 * Asks the models of a route in turn, within the request's deadline; where all that is missing is a key that rests, again
 * when the first one is back. Throws `WithoutAnswer`, `budget_exhausted`, and the signal's reason.
 */
export async function askRoute<T>(
  parts: RouteParts,
  plan: RoutePlan,
  request: RouteRequest,
  work: RouteWork<T>,
  tally: WorkTally,
): Promise<RouteAnswer<T>> {
  const route = plan.route.filter((candidate) => fits(candidate, plan.prompt, request.maxTokens));
  if (route.length === 0) throw new WithoutAnswer('too-long', tally.cost);
  const limit = timeLimit(request.deadlineMs, request.signal);
  const time = { deadline: Date.now() + request.deadlineMs, signal: limit.signal };
  let reason: NoAnswerReason = 'unavailable';
  try {
    for (let round = 0; ; round++) {
      const result = await askInTurn(parts, { ...plan, route }, { ...request, ...time }, work, tally);
      if (result.kind === 'value') return result.answer;
      reason = result.reason;
      const wait = Math.max(result.until - Date.now(), backoffMs(round, parts.random));
      if (Date.now() + wait >= time.deadline) break;
      await sleep(wait, time.signal);
    }
  } catch (error) {
    if (!limit.isOver || request.signal?.aborted === true) throw error;
    reason = 'deadline';
  } finally {
    limit.end();
  }
  throw new WithoutAnswer(reason, tally.cost);
}

/** Whether a prompt and its answer have room in a model's context. Of texts to embed each is on its own. */
function fits({ model }: Candidate, prompt: Prompt, maxTokens: number): boolean {
  if (model.contextTokens === undefined || model.embeddingDimensions !== undefined) return true;
  const input = estimateTokens(systemFor(prompt, model.structure)) + estimateTokens(prompt.user);
  const shape = prompt.shape === undefined ? 0 : estimateTokens(schemaText(prompt.shape.schema));
  return input + shape + Math.min(maxTokens, model.maxOutputTokens) <= model.contextTokens;
}

type RouteRequest = Omit<BaseRequest, 'content' | 'instructions'>;

type TurnResult<T> =
  | { readonly kind: 'value'; readonly answer: RouteAnswer<T> }
  /** `until`: there is use in asking again from then on; Infinity where there is none. */
  | { readonly kind: 'none'; readonly reason: NoAnswerReason; readonly until: number };

/** Each model of the route once. */
async function askInTurn<T>(
  { doors, book, random }: RouteParts,
  { route, tenant, prompt, hedgeAfterMs }: RoutePlan,
  request: RouteRequest & { readonly deadline: number; readonly signal: AbortSignal },
  { check, callOf, canRepeat = () => true }: RouteWork<T>,
  tally: WorkTally,
): Promise<TurnResult<T>> {
  const ask = (index: number, signal: AbortSignal): Promise<ModelRunResult<T>> => {
    const candidate = route[index];
    if (candidate === undefined) throw new RangeError('a route ends where it ends');
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
      deadline: request.deadline,
      hasNext: index + 1 < route.length,
      check,
      canRepeat,
      random,
    };
    return runModel(book, run, tally);
  };
  // Pieces of a stream cannot come from two at once.
  const hedgeMs = route.length > 1 && callOf === undefined ? hedgeAfterMs : undefined;
  const isValue = ({ kind }: ModelRunResult<T>): boolean => kind === 'value';
  let reason: NoAnswerReason = 'unavailable';
  let until = Infinity;
  for (let next = 0; next < route.length;) {
    const { result, index } =
      next === 0 && hedgeMs !== undefined
        ? await hedged(ask, isValue, hedgeMs, request.signal)
        : { result: await ask(next, request.signal), index: next };
    if (result.kind === 'value') return { kind: 'value', answer: answerOf(result.value, route[index], tally) };
    reason = result.reason;
    if (result.kind === 'stop') return { kind: 'none', reason, until: Infinity };
    until = Math.min(until, result.until ?? Infinity);
    next = index + 1;
  }
  return { kind: 'none', reason, until };
}

const answerOf = <T>(value: T, by: Candidate | undefined, { usage, cost }: WorkTally): RouteAnswer<T> => ({
  value,
  model: by?.model.id ?? '',
  provider: by?.provider.id ?? '',
  usage,
  cost,
});
