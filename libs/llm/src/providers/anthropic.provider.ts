import type Anthropic from '@anthropic-ai/sdk';
import type { ProviderSpec } from '../catalogue/model-spec.js';
import { tokenCount, type TokenUsage } from '../catalogue/money.js';
import {
  type ChatTurn,
  type EmbeddingAnswer,
  type FinishReason,
  ModelProvider,
  type ProviderAnswer,
  type ProviderCall,
  ProviderFault,
} from './model-provider.js';
import { clientOptions, SdkClients, sdkFaults } from './sdk-clients.js';
import { anthropicSdk } from './sdks.js';
import { undiciFetch } from './undici-fetch.js';

type Params = Anthropic.MessageCreateParamsNonStreaming;

export const faultOf = sdkFaults(anthropicSdk);

/** Clients of Anthropic's SDK, on a transport of ours or its own. It adds the version to the path. */
export const anthropicClients = (
  { baseUrl, headers }: Pick<ProviderSpec, 'baseUrl' | 'headers'>,
  fetch?: typeof undiciFetch,
): SdkClients<Anthropic> =>
  new SdkClients(
    new (anthropicSdk().Anthropic)({
      ...clientOptions(headers),
      baseURL: baseUrl.replace(/\/v1\/?$/, ''),
      authToken: null,
      fetch,
    }),
    faultOf,
  );

/** Anthropic's Messages API, natively: its OpenAI-compatible endpoint ignores strict schemas. It has no embeddings. */
export class AnthropicProvider extends ModelProvider {
  private readonly clients: ReturnType<typeof anthropicClients>;

  constructor(spec: Pick<ProviderSpec, 'baseUrl' | 'headers'>) {
    super();
    this.clients = anthropicClients(spec, undiciFetch);
  }

  override async complete(call: ProviderCall): Promise<ProviderAnswer> {
    const message = await this.clients.run(call, (client, options) => client.messages.create(paramsOf(call), options));
    return answerOf(message);
  }

  override async *stream(call: ProviderCall): AsyncGenerator<string, ProviderAnswer, void> {
    const events = await this.clients.run(call, (client, options) =>
      client.messages.create({ ...paramsOf(call), stream: true }, options),
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
