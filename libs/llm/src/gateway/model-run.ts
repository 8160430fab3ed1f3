import { AppError, sleep } from '@app/kernel';
import type { ModelSpec } from '../catalogue/model-spec.js';
import type { ChatTurn, FaultKind, ProviderAnswer, ProviderFault } from '../providers/model-provider.js';
import type { CallBook } from '../ports.js';
import type { CheckedAnswer } from './answer-check.js';
import { attempt, type AttemptRequest, type AttemptResult } from './attempt.js';
import { backoffMs } from './backoff.js';
import type { WorkTally } from './work.js';

/** Requests to one model that failed and are made again. */
const MAX_RETRIES = 2;
/** Answers that are not accepted and are asked for again, with what is wrong. */
const MAX_REASKS = 1;
/** Keys that are tried one after the other without a pause. */
const MAX_KEY_CHANGES = 8;
/** A rest up to this long is waited for; beyond it, the next model is asked. */
const MAX_REST_MS = 2_000;
/** A provider that wants a longer pause than this after a fault that passes is not asked again. */
const MAX_PAUSE_MS = 8_000;

/** Faults of a key: the next key is tried at once. */
const OF_KEY: ReadonlySet<FaultKind> = new Set(['rate-limited', 'quota', 'dead-key']);
/** Faults that pass: the same request is made again after a while. */
const PASSING: ReadonlySet<FaultKind> = new Set(['overloaded', 'server', 'connection', 'timeout', 'cut']);

interface ModelRun<T> extends Omit<AttemptRequest, 'turns' | 'judge'> {
  readonly user: string;
  readonly check: (answer: ProviderAnswer) => CheckedAnswer<T>;
  /** False once a part of an answer has gone out: what was said cannot be said anew. */
  readonly canRepeat: () => boolean;
  readonly random: () => number;
}

/** What became of asking one model; `stop` where no other model is to be asked either. */
export type ModelRunResult<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** `until`: a key of it may be used again then (milliseconds since 1970). */
  | { readonly kind: 'next'; readonly reason: 'unavailable' | 'unusable-answer'; readonly until?: number }
  | { readonly kind: 'stop'; readonly reason: 'budget-exhausted' | 'deadline' | 'unavailable' | 'unusable-answer' };

interface RunState {
  turns: readonly ChatTurn[];
  maxTokens: number;
  retries: number;
  reasks: number;
  keyChanges: number;
}

/** Asks one model until it has given an acceptable answer, or there is no use in asking it further. */
export async function runModel<T>(book: CallBook, run: ModelRun<T>, tally: WorkTally): Promise<ModelRunResult<T>> {
  const state: RunState = {
    turns: [{ role: 'user', text: run.user }],
    maxTokens: run.maxTokens,
    retries: 0,
    reasks: 0,
    keyChanges: 0,
  };
  for (;;) {
    if (Date.now() >= run.deadline) return { kind: 'stop', reason: 'deadline' };
    let checked: CheckedAnswer<T> | undefined;
    const result = await attempt(
      book,
      {
        ...run,
        turns: state.turns,
        maxTokens: state.maxTokens,
        judge: (answer) => {
          checked = run.check(answer);
          return checked.ok ? 'answered' : checked.fault;
        },
      },
      tally,
    );
    const ended = endOf(result, checked);
    if (ended !== null) return ended;
    const reason = result.kind === 'answer' ? 'unusable-answer' : 'unavailable';
    if (!run.canRepeat()) {
      run.signal.throwIfAborted();
      return { kind: 'stop', reason };
    }
    if (await goesOn(state, run, result, checked)) continue;
    return { kind: 'next', reason, ...(result.kind === 'resting' ? { until: result.until } : {}) };
  }
}

/** What the attempt decides at once; null where it depends on how often and how long the model has been asked. */
function endOf<T>(result: AttemptResult, checked: CheckedAnswer<T> | undefined): ModelRunResult<T> | null {
  if (result.kind === 'exhausted') {
    if (result.onExhausted === 'refuse') throw budgetExhausted();
    return { kind: 'stop', reason: 'budget-exhausted' };
  }
  if (result.kind === 'open-circuit') return { kind: 'next', reason: 'unavailable' };
  return result.kind === 'answer' && checked?.ok === true ? { kind: 'value', value: checked.value } : null;
}

const budgetExhausted = (): AppError =>
  new AppError('budget_exhausted', 'payment_required', { detail: 'The budget for calls to models is used up.' });

async function goesOn<T>(
  state: RunState,
  run: ModelRun<T>,
  result: AttemptResult,
  checked: CheckedAnswer<T> | undefined,
): Promise<boolean> {
  switch (result.kind) {
    case 'answer':
      return checked?.ok === false && askAgain(state, run.model, result.answer.text, checked);
    case 'resting':
      return waitForKey(result.until, run);
    case 'fault':
      return recover(state, result.fault, run);
    default:
      return false;
  }
}

/** Puts the validation problems to the model, once; a cut answer gets more room instead. A refusal is an answer: no. */
function askAgain(
  state: RunState,
  model: ModelSpec,
  text: string,
  { fault, problems }: Extract<CheckedAnswer<never>, { ok: false }>,
): boolean {
  if (fault === 'refused' || state.reasks >= MAX_REASKS) return false;
  state.reasks++;
  if (fault === 'truncated') {
    if (state.maxTokens >= model.maxOutputTokens) return false;
    state.maxTokens = Math.min(model.maxOutputTokens, state.maxTokens * 2);
    return true;
  }
  if (fault === 'empty') return true;
  const again = `That answer cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}\nAnswer again, in full.`;
  state.turns = [...state.turns.slice(0, 1), { role: 'assistant', text }, { role: 'user', text: again }];
  return true;
}

async function waitForKey(until: number, run: Pick<AttemptRequest, 'signal' | 'deadline'>): Promise<boolean> {
  const wait = until - Date.now();
  if (wait > MAX_REST_MS || until >= run.deadline) return false;
  await sleep(Math.max(1, wait), run.signal);
  return true;
}

/** Whether, and after what wait, the same model is asked again after a fault. */
async function recover<T>(state: RunState, fault: ProviderFault, run: ModelRun<T>): Promise<boolean> {
  run.signal.throwIfAborted();
  if (OF_KEY.has(fault.kind)) return ++state.keyChanges <= MAX_KEY_CHANGES;
  if (!PASSING.has(fault.kind) || state.retries >= MAX_RETRIES) return false;
  // What has just let one wait in vain would eat the time of the next model as well.
  if (fault.kind === 'timeout' && run.hasNext) return false;
  const wait = Math.max(fault.retryAfterMs ?? 0, backoffMs(state.retries++, run.random));
  if (wait > MAX_PAUSE_MS || Date.now() + wait >= run.deadline) return false;
  await sleep(wait, run.signal);
  return true;
}
