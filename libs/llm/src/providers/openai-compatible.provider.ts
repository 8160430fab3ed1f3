import type { APIError, OpenAI } from 'openai';
import type { ProviderSpec } from '../catalogue/model-spec.js';
import { NO_TOKENS, tokenCount, type TokenUsage } from '../catalogue/money.js';
import { schemaText } from '../prompt/schema-text.js';
import {
  type ChatTurn,
  type EmbeddingAnswer,
  type EmbeddingCall,
  type FinishReason,
  ModelProvider,
  type ProviderAnswer,
  type ProviderCall,
  ProviderFault,
} from './model-provider.js';
import { type PostAnswer, postJson, type PostTarget } from './post-json.js';
import { clientOptions, SdkClients, sdkFaults } from './sdk-clients.js';
import { openAiSdk } from './sdks.js';
import { undiciFetch } from './undici-fetch.js';

type Params = OpenAI.ChatCompletionCreateParamsNonStreaming;

export const faultOf = sdkFaults(openAiSdk);

/** Clients of OpenAI's SDK, on a transport of ours or its own. */
export const openAiClients = (
  { baseUrl, headers }: Pick<ProviderSpec, 'baseUrl' | 'headers'>,
  fetch?: typeof undiciFetch,
): SdkClients<OpenAI> =>
  new SdkClients(
    new (openAiSdk().OpenAI)({
      ...clientOptions(headers),
      baseURL: baseUrl,
      organization: null,
      project: null,
      fetch,
    }),
    faultOf,
  );

/** Any API that speaks OpenAI's chat completions: OpenAI, Azure, Ollama, vLLM, llama.cpp, LM Studio, Groq, Mistral, Gemini. */
export class OpenAiCompatibleProvider extends ModelProvider {
  private readonly clients: ReturnType<typeof openAiClients>;
  private readonly target: PostTarget;

  constructor(spec: Pick<ProviderSpec, 'baseUrl' | 'headers' | 'timeoutMs'>) {
    super();
    const { origin, pathname, search } = new URL(spec.baseUrl);
    this.target = {
      origin,
      path: `${pathname.replace(/\/$/, '')}/chat/completions${search}`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': 'dossier',
        ...spec.headers,
      },
    };
    this.clients = openAiClients(spec, undiciFetch);
  }

  /** The one that counts: past the SDK, whose own work is more than all that is done for a call here. */
  override async complete(call: ProviderCall): Promise<ProviderAnswer> {
    try {
      const { key, signal } = call;
      const headers =
        key === null ? this.target.headers : { ...this.target.headers, authorization: `Bearer ${key.secret}` };
      const answer = await postJson({ ...this.target, headers }, bodyTextOf(call), signal);
      if (answer.status >= 300) throw apiErrorOf(answer);
      return answerOf(JSON.parse(answer.text) as OpenAI.ChatCompletion);
    } catch (error) {
      throw faultOf(error, call.signal);
    }
  }

  override async *stream(call: ProviderCall): AsyncGenerator<string, ProviderAnswer, void> {
    const chunks = await this.clients.run(call, (client, options) =>
      client.chat.completions.create(
        { ...paramsOf(call), stream: true, stream_options: { include_usage: true } },
        options,
      ),
    );
    const whole = { text: '', finish: null as FinishReason | null, usage: NO_TOKENS, servedBy: call.model.name };
    try {
      for await (const chunk of chunks) {
        whole.servedBy = chunk.model;
        if (chunk.usage) whole.usage = usageOf(chunk.usage);
        const [choice] = chunk.choices;
        if (choice?.finish_reason) whole.finish = finishOf(choice.finish_reason);
        const piece = choice?.delta.content ?? '';
        if (piece === '') continue;
        whole.text += piece;
        yield piece;
      }
    } catch (error) {
      throw faultOf(error, call.signal);
    }
    if (whole.finish === null) throw new ProviderFault('cut');
    return { ...whole, finish: whole.finish };
  }

  override async embed(call: EmbeddingCall): Promise<EmbeddingAnswer> {
    const answer = await this.clients.run(call, (client, options) =>
      client.embeddings.create({ model: call.model.name, input: [...call.texts], encoding_format: 'float' }, options),
    );
    const vectors = [...answer.data]
      .sort((a, b) => a.index - b.index)
      .map(({ embedding }) => Float32Array.from(embedding));
    if (vectors.length !== call.texts.length) throw new ProviderFault('cut');
    return { vectors, usage: { input: tokenCount(answer.usage?.prompt_tokens), cachedInput: 0, output: 0 } };
  }
}

/** The body of a call. The schema of an answer is written once, not for each call. */
function bodyTextOf(call: ProviderCall): string {
  const { shape, model } = call;
  if (shape === undefined || model.structure !== 'strict') return JSON.stringify(paramsOf(call));
  const body = JSON.stringify(paramsOf({ ...call, shape: undefined })).slice(0, -1);
  const format = `{"name":${JSON.stringify(shape.name)},"schema":${schemaText(shape.schema)},"strict":true}`;
  return `${body},"response_format":{"type":"json_schema","json_schema":${format}}}`;
}

/** An error of the API, as the SDK reads it; what is no JSON says nothing but its status. */
const apiErrorOf = ({ status, headers, text }: PostAnswer): APIError =>
  openAiSdk().APIError.generate(status, safeJson(text), undefined, headers);

function safeJson(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** A call as the API takes it. */
export function paramsOf({ model, system, turns, shape, maxTokens }: Omit<ProviderCall, 'key' | 'signal'>): Params {
  return {
    model: model.name,
    messages: [{ role: 'system', content: system }, ...turns.map(messageOf)],
    [model.maxTokensField]: maxTokens,
    ...(model.temperature ? { temperature: 0 } : {}),
    ...(shape === undefined || model.structure === 'prompt'
      ? {}
      : { response_format: formatOf(model.structure, shape) }),
  };
}

/** What a completion says. Throws `ProviderFault` where it has none. */
export function answerOf(completion: OpenAI.ChatCompletion): ProviderAnswer {
  // What says that it is an answer may be anything: an error with status 200, a page of a proxy.
  const choice = (completion as Partial<OpenAI.ChatCompletion> | null)?.choices?.[0];
  const message: Partial<OpenAI.ChatCompletionMessage> | undefined = choice?.message;
  if (choice === undefined || message === undefined) throw new ProviderFault('cut');
  const said = message.content ?? message.refusal;
  return {
    text: typeof said === 'string' ? said : '',
    finish: message.refusal ? 'refused' : finishOf(choice.finish_reason),
    usage: usageOf(completion.usage),
    servedBy: completion.model,
  };
}

const formatOf = (
  structure: 'strict' | 'json-object',
  shape: NonNullable<ProviderCall['shape']>,
): Params['response_format'] =>
  structure === 'strict'
    ? { type: 'json_schema', json_schema: { name: shape.name, schema: { ...shape.schema }, strict: true } }
    : { type: 'json_object' };

function messageOf({ role, text, images = [] }: ChatTurn): OpenAI.ChatCompletionMessageParam {
  if (role === 'assistant') return { role, content: text };
  if (images.length === 0) return { role, content: text };
  return {
    role,
    content: [
      { type: 'text', text },
      ...images.map(({ mediaType, base64 }) => ({
        type: 'image_url' as const,
        image_url: { url: `data:${mediaType};base64,${base64}` },
      })),
    ],
  };
}

const finishOf = (reason: string | null): FinishReason =>
  reason === 'length' ? 'truncated' : reason === 'content_filter' ? 'refused' : 'complete';

const usageOf = (usage: OpenAI.CompletionUsage | undefined): TokenUsage => ({
  input: tokenCount(usage?.prompt_tokens),
  cachedInput: tokenCount(usage?.prompt_tokens_details?.cached_tokens),
  output: tokenCount(usage?.completion_tokens),
});
