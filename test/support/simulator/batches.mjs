import { createServer } from 'node:http';
import { shapeOf } from './shape.mjs';
import { anthropic, openAi, tokensOf } from './wire.mjs';

const NANO_PER_TOKEN_AND_DOLLAR_PER_MILLION = 1_000;

/**
 * A provider that takes batches, in the wire formats of OpenAI and Anthropic. Nothing happens to a batch until `finish` is
 * called. `scenario` gives what becomes of a request: `{answer}` (with `finish` where it did not end well),
 * `{status}`, `{expired: true}`, or `{unreadable: true}`: it is billed, and what comes is no answer.
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
    this.stats = {
      batches: 0,
      requests: 0,
      answered: 0,
      cancelled: 0,
      direct: 0,
      nanoUsd: 0,
      unseenNanoUsd: 0,
      keys: [],
    };
    /** Status with which batches are refused. */
    this.refuses = null;
    /** What goes wrong with the next requests about batches: `taken` (nobody hears that it was), `look`, `results`; each once. */
    this.breaks = [];
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error) => send(response, 500, { error: { message: String(error) } }));
    });
  }

  /** All batches under way end now. */
  finish() {
    for (const batch of this.batches.values()) if (!batch.isEnded) this.end(batch);
  }

  /** Whether this is to go wrong now. */
  isBroken(what) {
    const at = this.breaks.indexOf(what);
    if (at >= 0) this.breaks.splice(at, 1);
    return at >= 0;
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
    if (collection === 'files') return this.sendResults(response, this.files.get(id) ?? '');
    if (request.method === 'POST' && action === 'cancel') return send(response, 200, this.cancel(this.batches.get(id)));
    if (request.method === 'POST') {
      const lines = (this.files.get(JSON.parse(body).input_file_id) ?? '').split('\n').map((line) => JSON.parse(line));
      this.stats.keys.push(openAi.keyOf(request.headers));
      const requests = lines.map((line) => ({ id: line.custom_id, body: line.body }));
      return this.take(response, openAi, requests);
    }
    return this.look(response, this.batches.get(id));
  }

  serveAnthropic(request, response, path, body) {
    const [, , , id, action] = path.split('/');
    if (request.method === 'POST' && id === undefined) {
      this.stats.keys.push(anthropic.keyOf(request.headers));
      const { requests } = JSON.parse(body);
      return this.take(
        response,
        anthropic,
        requests.map((one) => ({ id: one.custom_id, body: one.params })),
      );
    }
    const batch = this.batches.get(id);
    if (action === 'cancel') return send(response, 200, this.cancel(batch));
    if (action === 'results')
      return this.sendResults(
        response,
        batch.results.map((line) => JSON.stringify(line)).join('\n'),
        'application/binary',
      );
    return this.look(response, batch);
  }

  take(response, wire, requests) {
    const batch = this.begin(wire, requests);
    if (!this.isBroken('taken')) return send(response, 200, batch.view());
    batch.isUnseen = true;
    response.destroy();
  }

  look(response, batch) {
    if (this.isBroken('look')) return send(response, 500, { error: { message: 'failed', type: 'api_error' } });
    send(response, 200, batch.view());
  }

  sendResults(response, text, type) {
    if (!this.isBroken('results')) return sendText(response, text, type);
    response.writeHead(200, { 'content-type': type ?? 'application/jsonl', 'content-length': Buffer.byteLength(text) });
    response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
  }

  begin(wire, requests) {
    this.stats.batches++;
    this.stats.requests += requests.length;
    const id = `batch_${this.stats.batches}`;
    const batch = {
      id,
      wire,
      requests,
      results: [],
      isEnded: false,
      isCancelled: false,
      isUnseen: false,
      view: () => this.viewOf(batch),
    };
    this.batches.set(id, batch);
    return batch;
  }

  cancel(batch) {
    this.stats.cancelled++;
    batch.isCancelled = true;
    return batch.view();
  }

  end(batch) {
    batch.results = batch.requests.map(({ id, body }) => this.resultOf(batch, id, body));
    batch.isEnded = true;
    this.files.set(`${batch.id}-out`, batch.results.map((line) => JSON.stringify(line)).join('\n'));
  }

  resultOf({ wire, isUnseen }, id, body) {
    const { answer, status, expired, finish, unreadable } = this.scenario(wire.asked(body));
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
    const billed = { share: 0.5, isUnseen: isUnseen || unreadable === true };
    const whole = this.messageOf(wire, wire.asked(body), { answer: answer ?? '', finish }, billed);
    const message = unreadable === true ? {} : whole;
    return isOpenAi
      ? { id, custom_id: id, response: { status_code: 200, request_id: id, body: message }, error: null }
      : { custom_id: id, result: { type: 'succeeded', message } };
  }

  answerDirectly(response, path, body) {
    this.stats.direct++;
    const wire = path === '/messages' ? anthropic : openAi;
    const asked = wire.asked(JSON.parse(body));
    const { answer = shapeOf(asked.schema), finish } = this.scenario(asked);
    send(response, 200, this.messageOf(wire, asked, { answer, finish }, { share: 1, isUnseen: false }));
  }

  messageOf(wire, asked, { answer, finish = 'complete' }, { share, isUnseen }) {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const usage = {
      input: tokensOf(asked.system + asked.turns.map((turn) => turn.text).join('')),
      cachedInput: 0,
      output: text === '' ? 0 : tokensOf(text),
    };
    this.stats.answered++;
    this.stats[isUnseen ? 'unseenNanoUsd' : 'nanoUsd'] += Math.round(
      (usage.input * this.price.input + usage.output * this.price.output) *
        NANO_PER_TOKEN_AND_DOLLAR_PER_MILLION *
        share,
    );
    return wire.whole({ model: asked.model, text, finish, usage });
  }

  viewOf(batch) {
    const { id, wire, isEnded, isCancelled } = batch;
    return wire === openAi
      ? {
          id,
          object: 'batch',
          status: isEnded ? (isCancelled ? 'cancelled' : 'completed') : isCancelled ? 'cancelling' : 'in_progress',
          output_file_id: isEnded ? `${id}-out` : null,
        }
      : {
          id,
          type: 'message_batch',
          processing_status: isEnded ? 'ended' : isCancelled ? 'canceling' : 'in_progress',
          results_url: isEnded ? `${this.url}/messages/batches/${id}/results` : null,
        };
  }
}

const send = (response, status, body) => sendText(response, JSON.stringify(body), 'application/json', status);

function sendText(response, text, type = 'application/jsonl', status = 200) {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
