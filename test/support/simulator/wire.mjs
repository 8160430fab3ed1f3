/** Both wire formats: what a request asks for, and how an answer is written. */

const textOf = (content) =>
  typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('\n');

/** Rough count of tokens: four characters each, as the simulator bills them. */
export const tokensOf = (text) => Math.max(1, Math.ceil(text.length / 4));

/** Where a provider is not held to a schema, the gateway ends the system prompt with it. */
const SCHEMA = 'JSON schema:\n';
function schemaIn(system) {
  const at = system.lastIndexOf(SCHEMA);
  try {
    return at < 0 ? null : JSON.parse(system.slice(at + SCHEMA.length).split('\n', 1)[0]);
  } catch {
    return null;
  }
}

const OPENAI_FINISH = { complete: 'stop', truncated: 'length', filtered: 'content_filter' };
const ANTHROPIC_FINISH = { complete: 'end_turn', truncated: 'max_tokens', filtered: 'refusal' };

/** Anthropic's own names of errors, and its status where it is another one. */
const ANTHROPIC_ERRORS = {
  rate_limit_exceeded: { type: 'rate_limit_error' },
  insufficient_quota: { type: 'billing_error', status: 402 },
  server_error: { type: 'api_error' },
  bad_gateway: { type: 'api_error' },
  service_unavailable: { type: 'api_error' },
  invalid_api_key: { type: 'authentication_error' },
  model_not_found: { type: 'not_found_error' },
};

export const openAi = {
  keyOf: (headers) => (headers.authorization ?? '').replace(/^Bearer /, ''),
  asked: (body) => {
    const system = textOf(body.messages.find(({ role }) => role === 'system')?.content);
    return {
      model: body.model,
      system,
      turns: body.messages
        .filter(({ role }) => role !== 'system')
        .map(({ role, content }) => ({ role, text: textOf(content) })),
      schema: body.response_format?.json_schema?.schema ?? schemaIn(system),
      maxTokens: body.max_completion_tokens ?? body.max_tokens ?? Infinity,
      isStream: body.stream === true,
    };
  },
  whole: ({ model, text, finish, usage }) => ({
    id: 'chatcmpl-simulated',
    object: 'chat.completion',
    created: 0,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, refusal: null },
        finish_reason: OPENAI_FINISH[finish],
        logprobs: null,
      },
    ],
    usage: {
      prompt_tokens: usage.input,
      completion_tokens: usage.output,
      total_tokens: usage.input + usage.output,
      prompt_tokens_details: { cached_tokens: usage.cachedInput },
    },
  }),
  *events({ model, text, finish, usage }) {
    const chunk = (choices, more = {}) =>
      `data: ${JSON.stringify({ id: 'chatcmpl-simulated', object: 'chat.completion.chunk', created: 0, model, choices, ...more })}\n\n`;
    for (const piece of piecesOf(text)) yield chunk([{ index: 0, delta: { content: piece }, finish_reason: null }]);
    yield chunk([{ index: 0, delta: {}, finish_reason: OPENAI_FINISH[finish] }]);
    yield chunk([], { usage: openAi.whole({ model, text, finish, usage }).usage });
    yield 'data: [DONE]\n\n';
  },
  error: (status, code, message) => ({ status, body: { error: { message, type: code, code, param: null } } }),
};

export const anthropic = {
  keyOf: (headers) => headers['x-api-key'] ?? openAi.keyOf(headers),
  asked: (body) => ({
    model: body.model,
    system: textOf(body.system),
    turns: body.messages.map(({ role, content }) => ({ role, text: textOf(content) })),
    schema: body.output_config?.format?.schema ?? schemaIn(textOf(body.system)),
    maxTokens: body.max_tokens,
    isStream: body.stream === true,
  }),
  whole: ({ model, text, finish, usage }) => ({
    id: 'msg_simulated',
    type: 'message',
    role: 'assistant',
    model,
    content: text === '' ? [] : [{ type: 'text', text, citations: null }],
    stop_reason: ANTHROPIC_FINISH[finish],
    stop_sequence: null,
    usage: anthropicUsage(usage),
  }),
  *events(answer) {
    const event = (type, data) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
    const message = anthropic.whole({ ...answer, text: '' });
    yield event('message_start', {
      message: { ...message, stop_reason: null, usage: { ...message.usage, output_tokens: 1 } },
    });
    yield event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
    for (const piece of piecesOf(answer.text))
      yield event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: piece } });
    yield event('content_block_stop', { index: 0 });
    yield event('message_delta', {
      delta: { stop_reason: ANTHROPIC_FINISH[answer.finish], stop_sequence: null },
      usage: { output_tokens: answer.usage.output },
    });
    yield event('message_stop', {});
  },
  error: (status, code, message) => {
    const own = ANTHROPIC_ERRORS[code] ?? { type: code };
    return { status: own.status ?? status, body: { type: 'error', error: { type: own.type, message } } };
  },
};

const anthropicUsage = ({ input, cachedInput, output }) => ({
  input_tokens: input - cachedInput,
  cache_read_input_tokens: cachedInput,
  cache_creation_input_tokens: 0,
  output_tokens: output,
});

const PIECE = 24;
function* piecesOf(text) {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}
