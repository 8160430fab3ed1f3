import Anthropic, {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
} from '@anthropic-ai/sdk';
import type { ProviderSpec } from '../catalogue/model-spec.js';
import { tokenCount, type TokenUsage } from '../catalogue/money.js';
import { faultOfStatus, faultOfTransport } from './api-faults.js';
import {
  type ChatTurn,
  type EmbeddingAnswer,
  type FinishReason,
  ModelProvider,
  type ProviderAnswer,
  type ProviderCall,
  ProviderFault,
} from './model-provider.js';
import { undiciFetch } from './undici-fetch.js';

type Params = Anthropic.MessageCreateParamsNonStreaming;

/** Anthropic's Messages API, natively: its OpenAI-compatible endpoint ignores strict schemas. It has no embeddings. */
export class AnthropicProvider extends ModelProvider {
  private readonly client: Anthropic;
  private readonly clients = new Map<string, Anthropic>();

  constructor(spec: Pick<ProviderSpec, 'baseUrl' | 'headers'>) {
    super();
    this.client = new Anthropic({
      // The SDK adds the version to the path.
      baseURL: spec.baseUrl.replace(/\/v1\/?$/, ''),
      apiKey: 'none',
      authToken: null,
      defaultHeaders: spec.headers,
      maxRetries: 0,
      timeout: 600_000,
      fetch: undiciFetch,
    });
  }

  override async complete(call: ProviderCall): Promise<ProviderAnswer> {
    const message = await this.attempt(call, (client) =>
      client.messages.create(paramsOf(call), { signal: call.signal }),
    );
    return answerOf(message);
  }

  override async *stream(call: ProviderCall): AsyncGenerator<string, ProviderAnswer, void> {
    const events = await this.attempt(call, (client) =>
      client.messages.create({ ...paramsOf(call), stream: true }, { signal: call.signal }),
    );
    let text = '';
    let finish: FinishReason | null = null;
    let usage: TokenUsage = { input: 0, cachedInput: 0, output: 0 };
    let servedBy = call.model.name;
    try {
      for await (const event of events) {
        if (event.type === 'message_start') {
          servedBy = event.message.model;
          usage = usageOf(event.message.usage);
        } else if (event.type === 'message_delta') {
          finish = finishOf(event.delta.stop_reason);
          usage = { ...usage, output: tokenCount(event.usage.output_tokens) };
        } else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
          text += event.delta.text;
          yield event.delta.text;
        }
      }
    } catch (error) {
      throw faultOf(error, call.signal);
    }
    if (finish === null) throw new ProviderFault('cut');
    return { text, finish, usage, servedBy };
  }

  override async embed(): Promise<EmbeddingAnswer> {
    throw new ProviderFault('rejected');
  }

  private async attempt<T>(call: ProviderCall, work: (client: Anthropic) => Promise<T>): Promise<T> {
    try {
      return await work(this.clientFor(call.key));
    } catch (error) {
      throw faultOf(error, call.signal);
    }
  }

  private clientFor(key: ProviderCall['key']): Anthropic {
    if (key === null) return this.client;
    let client = this.clients.get(key.id);
    if (client === undefined || client.apiKey !== key.secret) {
      client = this.client.withOptions({ apiKey: key.secret });
      this.clients.set(key.id, client);
    }
    return client;
  }
}

/** A call as the API takes it. */
export function paramsOf({ model, system, turns, shape, maxTokens }: Omit<ProviderCall, 'key' | 'signal'>): Params {
  return {
    model: model.name,
    max_tokens: maxTokens,
    system,
    messages: turns.map(messageOf),
    ...(model.temperature ? { temperature: 0 } : {}),
    ...(shape !== undefined && model.structure === 'strict'
      ? { output_config: { format: { type: 'json_schema', schema: { ...shape.schema } } } }
      : {}),
  };
}

/** What a message says. Throws `ProviderFault` where it is none. */
export function answerOf(message: Anthropic.Message): ProviderAnswer {
  // What says that it is an answer may be anything: a page of a proxy.
  if (!Array.isArray((message as Partial<Anthropic.Message> | null)?.content)) throw new ProviderFault('cut');
  return {
    text: textOf(message.content),
    finish: finishOf(message.stop_reason),
    usage: usageOf(message.usage),
    servedBy: message.model,
  };
}

const messageOf = ({ role, text, images = [] }: ChatTurn): Anthropic.MessageParam => ({
  role,
  content: [
    ...images.map(({ mediaType, base64 }) => ({
      type: 'image' as const,
      source: {
        type: 'base64' as const,
        media_type: mediaType === 'image/jpeg' ? ('image/jpeg' as const) : ('image/png' as const),
        data: base64,
      },
    })),
    { type: 'text' as const, text },
  ],
});

const textOf = (content: readonly Anthropic.ContentBlock[]): string =>
  content.map((block) => (block.type === 'text' ? block.text : '')).join('');

const finishOf = (reason: Anthropic.StopReason | null): FinishReason =>
  reason === 'max_tokens' ? 'truncated' : reason === 'refusal' ? 'refused' : 'complete';

/** Anthropic counts what was read from and written to its cache apart from the other input. */
const usageOf = (usage: Partial<Anthropic.Usage> | undefined): TokenUsage => {
  const cachedInput = tokenCount(usage?.cache_read_input_tokens);
  return {
    input: tokenCount(usage?.input_tokens) + cachedInput + tokenCount(usage?.cache_creation_input_tokens),
    cachedInput,
    output: tokenCount(usage?.output_tokens),
  };
};

export function faultOf(error: unknown, signal: AbortSignal): ProviderFault {
  if (error instanceof ProviderFault) return error;
  if (error instanceof APIUserAbortError) return new ProviderFault('cancelled', { cause: error });
  if (error instanceof APIConnectionTimeoutError) return new ProviderFault('timeout', { cause: error });
  if (error instanceof APIConnectionError) return faultOfTransport(error.cause ?? error, signal);
  if (error instanceof APIError && typeof error.status === 'number') return faultOfStatus(error, Date.now(), error);
  return faultOfTransport(error, signal);
}
