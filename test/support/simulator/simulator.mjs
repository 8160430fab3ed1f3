import { once } from 'node:events';
import { createServer } from 'node:http';
import { Account, Limits } from './account.mjs';
import { drawFault, isBroken, refusalOf, spoil } from './faults.mjs';
import { breakOff, send, sendStream, vectorOf } from './output.mjs';
import { logNormal, seededRandom } from './random.mjs';
import { shapeOf } from './shape.mjs';
import { anthropic, openAi, tokensOf } from './wire.mjs';

/**
 * A provider of models that has no model: it speaks the wire formats of OpenAI and Anthropic, takes its time, counts tokens
 * and money, and fails by plan. What it answers is given by the scenario; without one, the emptiest value of the asked shape.
 */
export async function startSimulator(options = {}) {
  const simulator = new Simulator(options);
  await simulator.listen(options.port ?? 0);
  return simulator;
}

/** What may be changed while it runs. */
const PLAN = {
  latency: { medianMs: 0, sigma: 0 },
  faults: {},
  prices: {},
  limits: {},
  scenario: undefined,
  onRequest: undefined,
  until: undefined,
  deadKeys: [],
  spentKeys: [],
  retiredModels: [],
  isDown: false,
};

class Simulator {
  constructor({ seed = 1, ...plan }) {
    this.random = seededRandom(seed);
    this.plan = { ...PLAN, ...plan };
    this.account = new Account();
    this.limits = new Limits();
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
    // Dropped connections are part of the plan.
    this.server.on('clientError', (_, socket) => socket.destroy());
  }

  get stats() {
    return this.account.stats;
  }

  listen(port) {
    return new Promise((resolve, reject) =>
      this.server.once('error', reject).listen(port, '127.0.0.1', () => {
        this.url = `http://127.0.0.1:${this.server.address().port}`;
        resolve();
      }),
    );
  }

  /** Changes the plan from now on. */
  change(plan) {
    Object.assign(this.plan, plan);
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async serve(request, response) {
    const path = request.url.split('?')[0];
    if (path === '/stats') return send(response, 200, this.stats);
    const wire = path.endsWith('/messages') ? anthropic : openAi;
    this.account.began(response);
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    const key = wire.keyOf(request.headers);
    const fault = this.plan.isDown ? 'down' : this.faultOf(key, body.model);
    this.plan.onRequest?.({ at: performance.now(), key, model: body.model, isStream: body.stream === true, fault });
    if (fault !== null) this.account.fault(fault);
    if (fault === 'down') {
      response.isBrokenOff = true;
      return request.socket.destroy();
    }
    const isEmbedding = path.endsWith('/embeddings');
    const refusal = this.limitOf(key, wire, body, isEmbedding) ?? (fault === null ? null : refusalOf(fault));
    if (refusal !== null) {
      const { status, body: error } = wire.error(refusal.status, refusal.code, 'simulated');
      return send(response, status, error, refusal.headers);
    }
    await this.delay(response);
    if (isEmbedding) return this.embed(response, body, fault);
    return this.answer(response, wire, wire.asked(body), fault);
  }

  faultOf(key, model) {
    if (this.plan.deadKeys.includes(key)) return 'dead-key';
    if (this.plan.spentKeys.includes(key)) return 'quota';
    if (this.plan.retiredModels.includes(model)) return 'retired-model';
    return drawFault(this.random, this.plan.faults);
  }

  /** A refusal where the key has used up the limits of the model, which count tokens as each provider does; null where it has room. */
  limitOf(key, wire, body, isEmbedding) {
    const limits = this.plan.limits[body.model];
    if (limits === undefined) return null;
    const tokens = isEmbedding ? tokensOfTexts(body.input) : this.tokensOfChat(wire, wire.asked(body));
    const wait = this.limits.take(`${key} ${body.model}`, tokens, limits);
    if (wait === 0) return null;
    this.stats.overLimit++;
    return { status: 429, code: 'rate_limit_exceeded', headers: { 'retry-after': String(Math.ceil(wait / 1000)) } };
  }

  tokensOfChat(wire, asked) {
    const { input, output } = this.answerOf(asked, null).usage;
    return wire === openAi ? Math.max(asked.maxTokens, input) : input + output;
  }

  answer(response, wire, asked, fault) {
    const answer = this.answerOf(asked, fault);
    const price = this.plan.prices[asked.model];
    const isWhole = (fault === null || !isBroken(fault)) && !response.destroyed;
    if (!isWhole) {
      this.account.unseen(answer.usage, price);
      if (response.destroyed) return;
      const parts = asked.isStream ? [...wire.events(answer)] : [JSON.stringify(wire.whole(answer))];
      breakOff(response, fault, parts, asked.isStream);
      return;
    }
    this.account.answered(answer.usage, price);
    if (asked.isStream) sendStream(response, wire.events(answer));
    else send(response, 200, wire.whole(answer));
  }

  /** What the scenario says, spoilt where the fault wants it so, and cut where it is longer than was asked for. */
  answerOf(asked, fault) {
    const given = this.plan.scenario?.(asked) ?? { answer: asked.schema === null ? 'ok' : shapeOf(asked.schema) };
    const textOf = (value) => (value === undefined || typeof value === 'string' ? value : JSON.stringify(value));
    const spoilt = spoil(fault, textOf(given.answer), {
      invented: textOf(given.invented),
      foreign: textOf(given.foreign),
    });
    const { text, finish } =
      tokensOf(spoilt.text) > asked.maxTokens
        ? { text: spoilt.text.slice(0, asked.maxTokens * 4), finish: 'truncated' }
        : spoilt;
    const input = tokensOf(asked.system + asked.turns.map((turn) => turn.text).join(''));
    const usage = { input, cachedInput: 0, output: text === '' ? 0 : tokensOf(text) };
    return { model: asked.model, text, finish, usage };
  }

  embed(response, { model, input }, fault) {
    const tokens = tokensOfTexts(input);
    const usage = { input: tokens, output: 0 };
    const body = {
      object: 'list',
      model,
      data: [input].flat().map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    };
    if (response.destroyed || (fault !== null && isBroken(fault))) {
      this.account.unseen(usage, this.plan.prices[model]);
      if (!response.destroyed) breakOff(response, fault, [JSON.stringify(body)], false);
      return;
    }
    this.account.answered(usage, this.plan.prices[model]);
    send(response, 200, body);
  }

  async delay(response) {
    const { latency, until } = this.plan;
    if (until) await Promise.race([Promise.resolve(until), once(response, 'close')]);
    const wait = logNormal(this.random, latency.medianMs, latency.sigma);
    if (wait <= 0 || response.destroyed) return;
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      response.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

const tokensOfTexts = (input) => [input].flat().reduce((sum, text) => sum + tokensOf(text), 0);
