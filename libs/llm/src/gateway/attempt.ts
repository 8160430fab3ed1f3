import { BrokenCircuitError } from 'cockatiel';
import type { ModelSpec } from '../catalogue/model-spec.js';
import { costOf, NO_TOKENS, type TokenUsage } from '../catalogue/money.js';
import {
  type ChatTurn,
  type FaultKind,
  type ProviderAnswer,
  type ProviderCall,
  ProviderFault,
} from '../providers/model-provider.js';
import { schemaText } from '../prompt/schema-text.js';
import { estimateTokens, IMAGE_TOKENS } from '../prompt/token-estimate.js';
import type { CallBook, CallOutcome, CallSubject, OnExhausted } from '../ports.js';
import type { Breakers } from '../routing/breakers.js';
import type { KeyLease, KeyPool } from '../routing/key-pool.js';
import type { Lanes, Priority } from '../routing/lanes.js';
import { TimeIsOver, timeLimit } from './time-limit.js';
import type { WorkTally } from './work.js';

/** Everything that calls to one provider go through. */
export interface ProviderDoor {
  readonly providerId: string;
  readonly timeoutMs: number;
  /** Whether its token limits count the tokens that an answer may have, not only those that it has. */
  readonly countsMaxTokens: boolean;
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
  /** Whether another model can be asked after this one: it is left time for that. */
  readonly hasNext: boolean;
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

/** With another model to ask, a key is not waited for longer than this. */
const PATIENCE_MS = 2_000;
/** Share of the time left that an attempt may take where another model can be asked after it. */
const SHARE_BEFORE_NEXT = 2 / 3;
/** A call that was given less time than this and ran out of it says nothing of the provider. */
const FAIR_MS = 1_000;
/** Ends of calls whose answer nobody saw. What was sent may have been billed, so it is entered at what was reserved. */
export const UNSEEN: ReadonlySet<FaultKind> = new Set(['timeout', 'cut', 'cancelled']);

/** One request at most: key, place, circuit, budget, call, settlement. */
export async function attempt(book: CallBook, request: AttemptRequest, tally: WorkTally): Promise<AttemptResult> {
  const { door, model } = request;
  if (door.breakers.isOpen(model.id)) return { kind: 'open-circuit' };
  const estimate = estimateOf(request);
  const until = request.hasNext ? Math.min(request.deadline, Date.now() + PATIENCE_MS) : request.deadline;
  const lease = await door.keys.lease(model, estimate.tokens, {
    priority: request.priority,
    signal: request.signal,
    until,
    hasNext: request.hasNext,
  });
  if ('untilMs' in lease) return { kind: 'resting', until: lease.untilMs };
  try {
    return await door.lanes.run(request.priority, request.signal, () =>
      callWithinBudget(book, request, { lease, estimate, tally }),
    );
  } finally {
    lease.release(null);
  }
}

interface Prepared {
  readonly lease: KeyLease;
  readonly estimate: { readonly tokens: number; readonly cost: number; readonly usage: TokenUsage };
  readonly tally: WorkTally;
}

/** The call between its reservation and its settlement. */
async function callWithinBudget(book: CallBook, request: AttemptRequest, prepared: Prepared): Promise<AttemptResult> {
  const { door, model, subject, promptHash } = request;
  const { lease, estimate, tally } = prepared;
  // It may have opened while the call waited for its place.
  if (door.breakers.isOpen(model.id)) return { kind: 'open-circuit' };
  const open = await book.open({
    ...subject,
    provider: door.providerId,
    model: model.id,
    keyId: lease.key?.id ?? null,
    attempt: tally.attempts + 1,
    promptHash,
    estimate: { tokens: estimate.tokens, cost: estimate.cost },
  });
  if (open.kind === 'refused') return { kind: 'exhausted', onExhausted: open.onExhausted };
  tally.attempts++;
  const started = performance.now();
  const settle = (outcome: CallOutcome, usage = NO_TOKENS): Promise<void> => {
    const cost = costOf(usage, model.price);
    tally.add(usage, cost);
    return open.close({ outcome, usage, cost, latencyMs: performance.now() - started });
  };
  const end = await endOf(request, lease).catch(async (error: unknown) => {
    await settle('cancelled', estimate.usage);
    throw error;
  });
  if (end === 'not-sent') {
    await settle('cancelled');
    request.signal.throwIfAborted();
    return { kind: 'open-circuit' };
  }
  if (end instanceof ProviderFault) {
    const isUnseen = end.wasSent && UNSEEN.has(end.kind);
    lease.release({ tokens: isUnseen ? estimate.tokens : 0, fault: end });
    await settle(end.kind, isUnseen ? estimate.usage : NO_TOKENS);
    return { kind: 'fault', fault: end };
  }
  const usage = isTold(end) ? end.usage : estimate.usage;
  const used = usage.input + usage.output;
  lease.release({ tokens: door.countsMaxTokens ? Math.max(used, request.maxTokens) : used });
  let outcome: CallOutcome = 'unacceptable';
  try {
    outcome = request.judge(end);
  } finally {
    await settle(outcome, usage);
  }
  return { kind: 'answer', answer: end };
}

/** Some servers do not say what an answer took, above all of streams. It may have been billed, so it is entered at what was reserved. */
const isTold = ({ text, usage }: ProviderAnswer): boolean => usage.input > 0 && (usage.output > 0 || text === '');

/** How the request ended; `not-sent` where it is not needed any more, or the circuit opened at the last moment. */
async function endOf(request: AttemptRequest, lease: KeyLease): Promise<ProviderAnswer | ProviderFault | 'not-sent'> {
  if (request.signal.aborted) return 'not-sent';
  try {
    return await request.door.breakers.run(request.model.id, () => oneRequest(request, lease));
  } catch (error) {
    if (error instanceof BrokenCircuitError) return 'not-sent';
    if (error instanceof ProviderFault) return error;
    throw error;
  }
}

/** One request with its own time limit. What a limit ended is a timeout; what the caller ended is cancelled. */
async function oneRequest(request: AttemptRequest, lease: KeyLease): Promise<ProviderAnswer> {
  const { door, model, system, turns, shape, maxTokens } = request;
  const share = request.hasNext ? SHARE_BEFORE_NEXT : 1;
  const left = request.deadline - Date.now();
  const given = Math.max(1, Math.min(door.timeoutMs, left * share));
  // Where all the time that is left is given, the work's own limit is the request's.
  const limit = given < left ? timeLimit(given, request.signal) : null;
  const signal = limit?.signal ?? request.signal;
  try {
    return await door.call({ model, key: lease.key, system, turns, shape, maxTokens, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    const isLate = signal.reason instanceof TimeIsOver;
    const wasSent = !(error instanceof ProviderFault) || error.wasSent;
    throw new ProviderFault(isLate && given >= FAIR_MS ? 'timeout' : 'cancelled', { cause: error, wasSent });
  } finally {
    limit?.end();
  }
}

function estimateOf({ model, system, turns, shape, maxTokens }: AttemptRequest): Prepared['estimate'] {
  let input = estimateTokens(system) + (shape === undefined ? 0 : estimateTokens(schemaText(shape.schema)));
  for (const { text, images = [] } of turns) input += estimateTokens(text) + images.length * IMAGE_TOKENS;
  const usage = { input, cachedInput: 0, output: maxTokens };
  return { tokens: input + maxTokens, cost: costOf(usage, model.price), usage };
}
