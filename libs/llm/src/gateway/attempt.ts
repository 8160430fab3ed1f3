import { sleep } from '@app/kernel';
import { BrokenCircuitError } from 'cockatiel';
import type { ModelSpec } from '../catalogue/model-spec.js';
import { costOf, NO_TOKENS } from '../catalogue/money.js';
import { type ChatTurn, type ProviderAnswer, type ProviderCall, ProviderFault } from '../providers/model-provider.js';
import { estimateTokens, IMAGE_TOKENS } from '../prompt/token-estimate.js';
import type { CallBook, CallOutcome, CallSubject, OnExhausted } from '../ports.js';
import type { Breakers } from '../routing/breakers.js';
import type { KeyLease, KeyPool } from '../routing/key-pool.js';
import type { Lanes, Priority } from '../routing/lanes.js';
import type { WorkTally } from './work.js';

/** Everything that calls to one provider go through. */
export interface ProviderDoor {
  readonly providerId: string;
  readonly timeoutMs: number;
  readonly keys: KeyPool;
  readonly lanes: Lanes;
  readonly breakers: Breakers;
  readonly call: (call: ProviderCall) => Promise<ProviderAnswer>;
}

export interface AttemptRequest {
  readonly door: ProviderDoor;
  readonly model: ModelSpec;
  readonly subject: CallSubject;
  readonly promptHash: string;
  readonly system: string;
  readonly turns: readonly ChatTurn[];
  readonly shape?: ProviderCall['shape'];
  readonly maxTokens: number;
  readonly priority: Priority;
  /** Ends the whole piece of work. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** How the answer is judged, for the ledger. */
  readonly judge: (answer: ProviderAnswer) => CallOutcome;
}

export type AttemptResult =
  | { readonly kind: 'answer'; readonly answer: ProviderAnswer }
  | { readonly kind: 'fault'; readonly fault: ProviderFault }
  /** No key may be used before then (milliseconds since 1970). */
  | { readonly kind: 'resting'; readonly until: number }
  | { readonly kind: 'open-circuit' }
  | { readonly kind: 'exhausted'; readonly onExhausted: OnExhausted };

/** One request at most: key, place, circuit, budget, call, settlement. */
export async function attempt(book: CallBook, request: AttemptRequest, tally: WorkTally): Promise<AttemptResult> {
  const { door, model } = request;
  if (door.breakers.isOpen(model.id)) return { kind: 'open-circuit' };
  const estimate = estimateOf(request);
  const lease = door.keys.lease(model, estimate.tokens);
  if ('untilMs' in lease) return { kind: 'resting', until: lease.untilMs };
  try {
    if (Date.now() + lease.waitMs >= request.deadline) {
      lease.release({ tokens: 0 });
      return { kind: 'resting', until: Date.now() + lease.waitMs };
    }
    if (lease.waitMs > 0) await sleep(lease.waitMs, request.signal);
    return await door.lanes.run(request.priority, request.signal, () =>
      callWithinBudget(book, request, { lease, estimate, tally }),
    );
  } finally {
    lease.release({ tokens: 0 });
  }
}

interface Prepared {
  readonly lease: KeyLease;
  readonly estimate: { readonly tokens: number; readonly cost: number };
  readonly tally: WorkTally;
}

/** The call between its reservation and its settlement. */
async function callWithinBudget(book: CallBook, request: AttemptRequest, prepared: Prepared): Promise<AttemptResult> {
  const { door, model, subject, promptHash } = request;
  const { lease, estimate, tally } = prepared;
  const open = await book.open({
    ...subject,
    provider: door.providerId,
    model: model.id,
    keyId: lease.key?.id ?? null,
    attempt: tally.attempts + 1,
    promptHash,
    estimate,
  });
  if (open.kind === 'refused') return { kind: 'exhausted', onExhausted: open.onExhausted };
  tally.attempts++;
  const started = performance.now();
  const settle = (outcome: CallOutcome, usage = NO_TOKENS): Promise<void> => {
    const cost = costOf(usage, model.price);
    tally.add(usage, cost);
    return open.close({ outcome, usage, cost, latencyMs: performance.now() - started });
  };
  try {
    const answer = await door.breakers.run(model.id, () => oneRequest(request, lease));
    lease.release({ tokens: answer.usage.input + answer.usage.output });
    await settle(request.judge(answer), answer.usage);
    return { kind: 'answer', answer };
  } catch (error) {
    if (error instanceof BrokenCircuitError) {
      await settle('cancelled');
      return { kind: 'open-circuit' };
    }
    if (!(error instanceof ProviderFault)) {
      await settle('cancelled');
      throw error;
    }
    lease.release({ tokens: 0, fault: error });
    await settle(error.kind);
    return { kind: 'fault', fault: error };
  }
}

/** One request with its own time limit. What the limit ended is a timeout; what the work's signal ended is cancelled. */
async function oneRequest(request: AttemptRequest, lease: KeyLease): Promise<ProviderAnswer> {
  const { door, model, system, turns, shape, maxTokens } = request;
  const left = Math.min(door.timeoutMs, request.deadline - Date.now());
  const limit = AbortSignal.timeout(Math.max(1, left));
  const signal = AbortSignal.any([limit, request.signal]);
  try {
    return await door.call({ model, key: lease.key, system, turns, shape, maxTokens, signal });
  } catch (error) {
    if (request.signal.aborted) throw new ProviderFault('cancelled', { cause: error });
    if (limit.aborted) throw new ProviderFault('timeout', { cause: error });
    throw error;
  }
}

function estimateOf({ model, system, turns, shape, maxTokens }: AttemptRequest): Prepared['estimate'] {
  let input = estimateTokens(system) + (shape === undefined ? 0 : estimateTokens(JSON.stringify(shape.schema)));
  for (const { text, images = [] } of turns) input += estimateTokens(text) + images.length * IMAGE_TOKENS;
  const usage = { input, cachedInput: 0, output: maxTokens };
  return { tokens: input + maxTokens, cost: costOf(usage, model.price) };
}
