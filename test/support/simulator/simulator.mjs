import { createServer } from 'node:http';
import { drawFault, isBroken, refusalOf, spoil } from './faults.mjs';
import { logNormal, seededRandom } from './random.mjs';
import { shapeOf } from './shape.mjs';
import { anthropic, openAi, tokensOf } from './wire.mjs';

const NANO_PER_TOKEN_AND_DOLLAR_PER_MILLION = 1_000;
const CHECK_DIMENSIONS = 8;

/**
 * A provider of models that has no model: it speaks the wire formats of OpenAI and Anthropic, takes its time, counts tokens
 * and money, and fails by plan. What it answers is given by the scenario; without one, the emptiest value of the asked shape.
 */
export async function startSimulator(options = {}) {
  const simulator = new Simulator(options);
  await simulator.listen(options.port ?? 0);
  return simulator;
}

class Simulator {
  constructor({
    seed = 1,
    latency = { medianMs: 0, sigma: 0 },
    faults = {},
    prices = {},
    scenario,
    deadKeys = [],
    retiredModels = [],
  }) {
    this.random = seededRandom(seed);
    this.plan = {
      latency,
      faults,
      prices,
      scenario,
      deadKeys: new Set(deadKeys),
      retiredModels: new Set(retiredModels),
      isDown: false,
    };
    this.stats = {
      requests: 0,
      answered: 0,
      inFlight: 0,
      mostInFlight: 0,
      tokensIn: 0,
      tokensOut: 0,
      nanoUsd: 0,
      faults: {},
    };
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
    // Dropped connections are part of the plan.
    this.server.on('clientError', (_, socket) => socket.destroy());
  }

  listen(port) {
    return new Promise((resolve) =>
      this.server.listen(port, '127.0.0.1', () => {
        this.url = `http://127.0.0.1:${this.server.address().port}`;
        resolve();
      }),
    );
  }

  /** Changes the plan from now on: any of latency, faults, prices, scenario, deadKeys, retiredModels, isDown. */
  change({ deadKeys, retiredModels, ...plan }) {
    Object.assign(this.plan, plan);
    if (deadKeys) this.plan.deadKeys = new Set(deadKeys);
    if (retiredModels) this.plan.retiredModels = new Set(retiredModels);
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async serve(request, response) {
    const path = request.url.split('?')[0];
    if (path === '/stats') return send(response, 200, this.stats);
    const wire = path.endsWith('/messages') ? anthropic : openAi;
    let text = '';
    for await (const chunk of request) text += chunk;
    this.stats.requests++;
    this.stats.inFlight++;
    this.stats.mostInFlight = Math.max(this.stats.mostInFlight, this.stats.inFlight);
    response.once('close', () => this.stats.inFlight--);
    if (this.plan.isDown) return request.socket.destroy();
    const body = JSON.parse(text);
    const fault = this.faultOf(wire.keyOf(request.headers), body.model);
    if (fault !== null) this.stats.faults[fault] = (this.stats.faults[fault] ?? 0) + 1;
    const refusal = fault === null ? null : refusalOf(fault);
    if (refusal !== null)
      return send(response, refusal.status, wire.error(refusal.status, refusal.code, 'simulated'), refusal.headers);
    await this.delay(response);
    if (response.destroyed) return;
    if (path.endsWith('/embeddings')) return this.embed(response, body);
    return this.answer(response, wire, wire.asked(body), fault);
  }

  faultOf(key, model) {
    if (this.plan.deadKeys.has(key)) return 'dead-key';
    if (this.plan.retiredModels.has(model)) return 'retired-model';
    return drawFault(this.random, this.plan.faults);
  }

  async answer(response, wire, asked, fault) {
    const given = this.plan.scenario?.(asked) ?? { answer: asked.schema === null ? 'ok' : shapeOf(asked.schema) };
    const text = typeof given.answer === 'string' ? given.answer : JSON.stringify(given.answer);
    const invented = given.invented === undefined ? undefined : JSON.stringify(given.invented);
    if (fault !== null && isBroken(fault))
      return breakOff(
        response,
        fault,
        JSON.stringify(wire.whole(this.price(asked, { text, finish: 'complete' }, false))),
      );
    const spoilt = spoil(fault, text, invented);
    const cut = tokensOf(spoilt.text) > asked.maxTokens;
    const final = cut ? { text: spoilt.text.slice(0, asked.maxTokens * 4), finish: 'truncated' } : spoilt;
    const priced = this.price(asked, final, true);
    if (!asked.isStream) return send(response, 200, wire.whole(priced));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of wire.events(priced)) response.write(event);
    response.end();
  }

  /** Counts what an answer costs; only what goes out whole is billed. */
  price({ model, system, turns }, { text, finish }, isBilled) {
    const usage = {
      input: tokensOf(system + turns.map((turn) => turn.text).join('')),
      cachedInput: 0,
      output: text === '' ? 0 : tokensOf(text),
    };
    if (isBilled) this.bill(model, usage);
    return { model, text, finish, usage, refusal: false };
  }

  bill(model, { input, output }) {
    const price = this.plan.prices[model] ?? { input: 0, output: 0 };
    this.stats.answered++;
    this.stats.tokensIn += input;
    this.stats.tokensOut += output;
    this.stats.nanoUsd += Math.round(
      (input * price.input + output * price.output) * NANO_PER_TOKEN_AND_DOLLAR_PER_MILLION,
    );
  }

  embed(response, { model, input }) {
    const texts = Array.isArray(input) ? input : [input];
    const tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0);
    this.bill(model, { input: tokens, output: 0 });
    send(response, 200, {
      object: 'list',
      model,
      data: texts.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
  }

  async delay(response) {
    const { medianMs, sigma } = this.plan.latency;
    const wait = logNormal(this.random, medianMs, sigma);
    if (wait <= 0) return;
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      response.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

function send(response, status, body, headers = {}) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

const DRIP_MS = 200;

/** Never a whole answer: silence, a few bytes at a time, or half of it. */
function breakOff(response, fault, whole) {
  if (fault === 'hang') return undefined;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
  if (fault === 'cut') {
    response.write(whole.slice(0, Math.floor(whole.length / 2)), () => response.destroy());
    return undefined;
  }
  let at = 0;
  const timer = setInterval(() => response.write(whole.slice(at, ++at)), DRIP_MS);
  response.once('close', () => clearInterval(timer));
  return undefined;
}

/** A vector that tells texts apart and means nothing. */
function vectorOf(text) {
  const vector = Array.from({ length: CHECK_DIMENSIONS }, () => 0);
  for (let at = 0; at < text.length; at++) vector[at % CHECK_DIMENSIONS] += text.charCodeAt(at) % 17;
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
