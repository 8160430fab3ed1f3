import { AppError } from '@app/kernel';
import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { z } from 'zod';
import { type ChatAnswer, ChatModel, type ChatRequest } from './chat-model.js';
import { undiciFetch } from './undici-fetch.js';

export interface OpenAiCompatibleSettings {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  readonly timeoutMs: number;
}

/** Any API that speaks OpenAI's chat completions: OpenAI itself, Ollama, vLLM, llama.cpp, LM Studio and others. */
export class OpenAiCompatibleModel extends ChatModel {
  override readonly provider: string;
  override readonly model: string;
  private readonly client: OpenAI;

  constructor(private readonly settings: OpenAiCompatibleSettings) {
    super();
    this.model = settings.model;
    this.provider = new URL(settings.baseUrl).host;
    this.client = new OpenAI({
      baseURL: settings.baseUrl,
      apiKey: settings.apiKey,
      // One layer owns retries, and it is not this one.
      maxRetries: 0,
      timeout: settings.timeoutMs,
      fetch: undiciFetch,
    });
  }

  override async complete<S extends z.ZodType>(request: ChatRequest<S>): Promise<ChatAnswer<z.output<S>>> {
    const started = performance.now();
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(this.settings.timeoutMs)]);
    const completion = await this.call(request, signal);
    return {
      value: parsed(request.schema, contentOf(completion.choices[0])),
      model: completion.model,
      tokensIn: completion.usage?.prompt_tokens ?? 0,
      tokensOut: completion.usage?.completion_tokens ?? 0,
      durationMs: performance.now() - started,
    };
  }

  private async call<S extends z.ZodType>(request: ChatRequest<S>, signal: AbortSignal) {
    try {
      return await this.client.chat.completions.create(
        {
          model: this.model,
          temperature: 0,
          max_completion_tokens: request.maxTokens,
          messages: [
            { role: 'system', content: request.system },
            { role: 'user', content: request.user },
          ],
          response_format: {
            type: 'json_schema',
            json_schema: { name: request.schemaName, schema: z.toJSONSchema(request.schema), strict: true },
          },
        },
        { signal },
      );
    } catch (error) {
      throw translated(error);
    }
  }
}

/** The text of an answer that is whole; refusals and cut answers are told apart. */
function contentOf(choice: OpenAI.ChatCompletion.Choice | undefined): string {
  if (choice?.message.refusal || choice?.finish_reason === 'content_filter')
    throw new AppError('model_refused', 'unprocessable', { detail: 'The model refused to answer.' });
  if (choice?.finish_reason === 'length')
    throw new AppError('model_truncated', 'unprocessable', { detail: 'The answer of the model was cut off.' });
  return choice?.message.content ?? '';
}

/** An answer is never repaired in silence: what does not have the shape is no answer. */
function parsed<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError('model_answer_invalid', 'unprocessable', { detail: 'The answer of the model is not JSON.' });
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new AppError('model_answer_invalid', 'unprocessable', {
    detail: 'The answer of the model does not have the shape that was asked for.',
    errors: result.error.issues.map((issue) => ({ pointer: `/${issue.path.join('/')}`, detail: issue.code })),
  });
}

/** Messages of providers may quote the prompt, so none is passed on. */
function translated(cause: unknown): AppError {
  if (cause instanceof APIUserAbortError || cause instanceof APIConnectionError || !(cause instanceof APIError))
    return new AppError('model_unavailable', 'unavailable', {
      cause,
      detail: 'The model cannot be reached, or took too long.',
    });
  if (cause.status === 429) {
    const seconds = Number(cause.headers?.get('retry-after'));
    return new AppError('model_rate_limited', 'rate_limited', {
      cause,
      detail: 'The model takes no more requests for a while.',
      retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : 5,
    });
  }
  if (typeof cause.status === 'number' && cause.status < 500)
    return new AppError('model_rejected_request', 'invalid', {
      cause,
      detail: `The model's API refused the request (${cause.status}).`,
    });
  return new AppError('model_unavailable', 'unavailable', { cause, detail: "The model's API failed." });
}
