import { mapBounded } from '@app/kernel';
import { z } from 'zod';
import type { Catalogue, ModelSpec, ProviderKey, ProviderSpec } from '../catalogue/model-spec.js';
import { NO_TOKENS, type TokenUsage } from '../catalogue/money.js';
import { type AnswerFault, checkAnswer } from '../gateway/answer-check.js';
import { promptOf, systemFor } from '../gateway/prompt.js';
import { newProvider } from '../gateway/provider-doors.js';
import { type FaultKind, ProviderFault } from '../providers/model-provider.js';

/** What one model did when it was asked once with one key of its provider. */
export interface ModelCheck {
  readonly provider: string;
  readonly model: string;
  /** Fingerprint; null where the provider is asked without one. */
  readonly key: string | null;
  /** Whether it brought an answer, or a vector. */
  readonly answers: boolean;
  /** Whether the answer had the asked shape; null for models that give vectors. */
  readonly structure: boolean | null;
  readonly latencyMs: number;
  readonly usage: TokenUsage;
  /** What is wrong, in words of ours; null where nothing is. Nothing that the provider wrote stands in it. */
  readonly problem: string | null;
}

const IN_WORDS: Readonly<Record<FaultKind | AnswerFault, string>> = {
  'rate-limited': 'a rate limit of this key is met',
  quota: 'the quota of this key is used up',
  'dead-key': 'the key is refused',
  overloaded: 'the provider is overloaded',
  server: 'the provider answers with an error of its own',
  connection: 'the provider cannot be reached at its base URL',
  timeout: 'no answer within the time limit',
  cut: 'the answer was cut off on its way',
  'missing-model': 'the provider has no model of this name',
  rejected: 'the provider finds the request wrong: is its kind, base URL or structure mode right?',
  cancelled: 'no answer within the time limit',
  refused: 'the model refuses to answer',
  truncated: 'the answer does not fit into its tokens',
  empty: 'the answer is empty',
  'not-json': 'the answer is not JSON',
  'wrong-shape': 'the answer has another shape than was asked for',
  unacceptable: 'the answer is not what was asked for',
};

/** Enough for models that think before they answer. */
const MAX_TOKENS = 512;
const AT_ONCE = 4;

const schema = z.object({ ready: z.boolean(), word: z.string() });
const prompt = promptOf(
  {
    instructions: 'Say whether you are ready, and repeat the word of the message.',
    schema,
    schemaName: 'check',
    schemaVersion: 1,
  },
  [{ name: 'message', text: 'dossier' }],
);

type Outcome = Pick<ModelCheck, 'answers' | 'structure' | 'usage' | 'problem'>;

/**
 * Asks each model once with each key of its provider, with a tiny prompt that is always the same, and waits at most so long for
 * each answer. Never throws for what a provider does.
 */
export function checkModels({ providers }: Catalogue, deadlineMs: number): Promise<ModelCheck[]> {
  const all = providers.flatMap((provider) =>
    provider.models.flatMap((model) => keysOf(provider).map((key) => ({ provider, model, key }))),
  );
  return mapBounded(all, AT_ONCE, (asked) => checkModel(asked, deadlineMs));
}

interface Asked {
  readonly provider: ProviderSpec;
  readonly model: ModelSpec;
  readonly key: ProviderKey | null;
}

/** Servers of one's own ask for no key. */
const keysOf = ({ keys }: ProviderSpec): readonly (ProviderKey | null)[] => (keys.length === 0 ? [null] : keys);

async function checkModel(asked: Asked, deadlineMs: number): Promise<ModelCheck> {
  const { provider, model, key } = asked;
  const started = performance.now();
  const signal = AbortSignal.timeout(deadlineMs);
  const work = model.embeddingDimensions === undefined ? checkAnswers : checkVectors;
  const outcome = await work(asked, signal).catch((error: unknown): Outcome => {
    if (!signal.aborted && !(error instanceof ProviderFault)) throw error;
    const kind = signal.aborted || !(error instanceof ProviderFault) ? 'timeout' : error.kind;
    return {
      answers: false,
      structure: model.embeddingDimensions === undefined ? false : null,
      usage: NO_TOKENS,
      problem: IN_WORDS[kind],
    };
  });
  const latencyMs = Math.round(performance.now() - started);
  return { provider: provider.id, model: model.name, key: key?.id ?? null, latencyMs, ...outcome };
}

async function checkAnswers({ provider, model, key }: Asked, signal: AbortSignal): Promise<Outcome> {
  const answer = await newProvider(provider).complete({
    model,
    key,
    system: systemFor(prompt, model.structure),
    turns: [{ role: 'user', text: prompt.user }],
    shape: prompt.shape,
    maxTokens: Math.min(MAX_TOKENS, model.maxOutputTokens),
    signal,
  });
  const checked = checkAnswer(answer, schema, undefined);
  const answers = checked.ok || (checked.fault !== 'refused' && checked.fault !== 'empty');
  return { answers, structure: checked.ok, usage: answer.usage, problem: checked.ok ? null : IN_WORDS[checked.fault] };
}

async function checkVectors({ provider, model, key }: Asked, signal: AbortSignal): Promise<Outcome> {
  const { vectors, usage } = await newProvider(provider).embed({
    model,
    key,
    texts: ['dossier'],
    signal,
  });
  const length = vectors[0]?.length ?? 0;
  const problem =
    length === model.embeddingDimensions ? null : `vectors have ${length} dimensions, not ${model.embeddingDimensions}`;
  return { answers: length > 0, structure: null, usage, problem };
}
