import { createServer } from 'node:http';
import { shapeOf } from './shape.mjs';
import { anthropic, openAi, tokensOf } from './wire.mjs';

const NANO_PER_TOKEN_AND_DOLLAR_PER_MILLION = 1_000;

/**
 * A provider that takes batches, in the wire formats of OpenAI and Anthropic. Nothing happens to a batch until `finish` is
 * called. `scenario` gives what becomes of a request: `{answer}`, `{status}` or `{expired: true}`.
 */
export async function startBatchProvider({ price = { input: 0, output: 0 }, scenario } = {}) {
  const provider = new BatchProvider(price, scenario);
  await new Promise((resolve) => provider.server.listen(0, '127.0.0.1', resolve));
  provider.url = `http://127.0.0.1:${provider.server.address().port}/v1`;
  return provider;
}

class BatchProvider {
  constructor(price, scenario) {
    this.price = price;
    this.scenario = scenario ?? (({ schema }) => ({ answer: shapeOf(schema) }));
    this.files = new Map();
    this.batches = new Map();
    this.stats = { batches: 0, requests: 0, answered: 0, cancelled: 0, direct: 0, nanoUsd: 0, keys: [] };
    /** Status with which batches are refused. */
    this.refuses = null;
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error) => send(response, 500, { error: { message: String(error) } }));
    });
  }

  /** All batches under way end now. */
  finish() {
    for (const batch of this.batches.values()) if (!batch.isEnded) this.end(batch);
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async serve(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const { pathname } = new URL(request.url, 'http://host');
    const path = pathname.replace(/^\/v1/, '');
    if (request.method === 'POST' && this.refuses !== null && /\/(?:files|batches)$/.test(path))
      return send(response, this.refuses, { error: { message: 'refused', type: 'refused' } });
    if (path.startsWith('/messages/batches')) return this.serveAnthropic(request, response, path, body);
    if (path === '/chat/completions' || path === '/messages') return this.answerDirectly(response, path, body);
    return this.serveOpenAi(request, response, path, body);
  }

  serveOpenAi(request, response, path, body) {
    const [, collection, id, action] = path.split('/');
    if (collection === 'files' && request.method === 'POST') {
      const file = `file-${this.files.size + 1}`;
      // The lines of the file are the only lines of the form that begin so.
      this.files.set(
        file,
        body
          .split(/\r?\n/)
          .filter((line) => line.startsWith('{"custom_id"'))
          .join('\n'),
      );
      return send(response, 200, { id: file, object: 'file', purpose: 'batch' });
    }
    if (collection === 'files') return sendText(response, this.files.get(id) ?? '');
    if (request.method === 'POST' && action === 'cancel') return send(response, 200, this.cancel(this.batches.get(id)));
    if (request.method === 'POST') {
      const lines = (this.files.get(JSON.parse(body).input_file_id) ?? '').split('\n').map((line) => JSON.parse(line));
      this.stats.keys.push(openAi.keyOf(request.headers));
      return send(
        response,
        200,
        this.begin(
          openAi,
          lines.map((line) => ({ id: line.custom_id, body: line.body })),
        ).view(),
      );
    }
    return send(response, 200, this.batches.get(id).view());
  }

  serveAnthropic(request, response, path, body) {
    const [, , , id, action] = path.split('/');
    if (request.method === 'POST' && id === undefined) {
      this.stats.keys.push(anthropic.keyOf(request.headers));
      const { requests } = JSON.parse(body);
      return send(
        response,
        200,
        this.begin(
          anthropic,
          requests.map((one) => ({ id: one.custom_id, body: one.params })),
        ).view(),
      );
    }
    const batch = this.batches.get(id);
    if (action === 'cancel') return send(response, 200, this.cancel(batch));
    if (action === 'results')
      return sendText(response, batch.results.map((line) => JSON.stringify(line)).join('\n'), 'application/binary');
    return send(response, 200, batch.view());
  }

  begin(wire, requests) {
    this.stats.batches++;
    this.stats.requests += requests.length;
    const id = `batch_${this.stats.batches}`;
    const batch = { id, wire, requests, results: [], isEnded: false, view: () => this.viewOf(batch) };
    this.batches.set(id, batch);
    return batch;
  }

  cancel(batch) {
    this.stats.cancelled++;
    batch.requests = [];
    this.end(batch);
    return batch.view();
  }

  end(batch) {
    batch.results = batch.requests.map(({ id, body }) => this.resultOf(batch.wire, id, body));
    batch.isEnded = true;
    this.files.set(`${batch.id}-out`, batch.results.map((line) => JSON.stringify(line)).join('\n'));
  }

  resultOf(wire, id, body) {
    const { answer, status, expired } = this.scenario(wire.asked(body));
    const isOpenAi = wire === openAi;
    if (expired)
      return isOpenAi
        ? { id, custom_id: id, response: null, error: { code: 'batch_expired', message: 'expired' } }
        : { custom_id: id, result: { type: 'expired' } };
    if (status !== undefined)
      return isOpenAi
        ? { id, custom_id: id, response: { status_code: status, body: { error: { message: 'failed' } } }, error: null }
        : {
            custom_id: id,
            result: { type: 'errored', error: { type: 'error', error: { type: 'overloaded_error', message: 'x' } } },
          };
    const message = this.messageOf(wire, wire.asked(body), answer, 0.5);
    return isOpenAi
      ? { id, custom_id: id, response: { status_code: 200, request_id: id, body: message }, error: null }
      : { custom_id: id, result: { type: 'succeeded', message } };
  }

  answerDirectly(response, path, body) {
    this.stats.direct++;
    const wire = path === '/messages' ? anthropic : openAi;
    const asked = wire.asked(JSON.parse(body));
    send(response, 200, this.messageOf(wire, asked, this.scenario(asked).answer ?? shapeOf(asked.schema), 1));
  }

  messageOf(wire, asked, answer, share) {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const usage = {
      input: tokensOf(asked.system + asked.turns.map((turn) => turn.text).join('')),
      cachedInput: 0,
      output: tokensOf(text),
    };
    this.stats.answered++;
    this.stats.nanoUsd += Math.round(
      (usage.input * this.price.input + usage.output * this.price.output) *
        NANO_PER_TOKEN_AND_DOLLAR_PER_MILLION *
        share,
    );
    return wire.whole({ model: asked.model, text, finish: 'complete', usage, refusal: false });
  }

  viewOf(batch) {
    const { id, wire, isEnded } = batch;
    return wire === openAi
      ? {
          id,
          object: 'batch',
          status: isEnded ? 'completed' : 'in_progress',
          output_file_id: isEnded ? `${id}-out` : null,
        }
      : {
          id,
          type: 'message_batch',
          processing_status: isEnded ? 'ended' : 'in_progress',
          results_url: isEnded ? `${this.url}/messages/batches/${id}/results` : null,
        };
  }
}

const send = (response, status, body) => sendText(response, JSON.stringify(body), 'application/json', status);

function sendText(response, text, type = 'application/jsonl', status = 200) {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
