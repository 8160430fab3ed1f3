const NANO_PER_TOKEN_AND_DOLLAR_PER_MILLION = 1_000;

/** The provider's own books: what it answered, what it billed, what it refused. */
export class Account {
  constructor() {
    this.stats = {
      requests: 0,
      answered: 0,
      inFlight: 0,
      mostInFlight: 0,
      closedEarly: 0,
      tokensIn: 0,
      tokensOut: 0,
      nanoUsd: 0,
      unseen: 0,
      unseenNanoUsd: 0,
      overLimit: 0,
      faults: {},
    };
  }

  began(response) {
    const { stats } = this;
    stats.requests++;
    stats.inFlight++;
    stats.mostInFlight = Math.max(stats.mostInFlight, stats.inFlight);
    response.once('close', () => {
      stats.inFlight--;
      if (!response.writableEnded && !response.isBrokenOff) stats.closedEarly++;
    });
  }

  fault(name) {
    this.stats.faults[name] = (this.stats.faults[name] ?? 0) + 1;
  }

  /** An answer that goes out whole. */
  answered({ input, output }, price) {
    this.stats.answered++;
    this.stats.tokensIn += input;
    this.stats.tokensOut += output;
    this.stats.nanoUsd += costOf({ input, output }, price);
  }

  /** Work that was done and is billed, whose answer did not go out whole. */
  unseen(usage, price) {
    this.stats.unseen++;
    this.stats.unseenNanoUsd += costOf(usage, price);
  }
}

const costOf = (usage, price = { input: 0, output: 0 }) =>
  Math.round((usage.input * price.input + usage.output * price.output) * NANO_PER_TOKEN_AND_DOLLAR_PER_MILLION);

/** Limits of requests and tokens a minute of each key and model, as buckets that fill evenly. */
export class Limits {
  constructor() {
    this.buckets = new Map();
  }

  /** Milliseconds until a request fits; 0 where it does, and is counted. */
  take(name, tokens, { requestsPerMinute = Infinity, tokensPerMinute = Infinity }) {
    const now = performance.now();
    const bucket = this.buckets.get(name) ?? { requests: requestsPerMinute, tokens: tokensPerMinute, at: now };
    this.buckets.set(name, bucket);
    const minutes = (now - bucket.at) / 60_000;
    bucket.at = now;
    if (requestsPerMinute < Infinity)
      bucket.requests = Math.min(requestsPerMinute, bucket.requests + minutes * requestsPerMinute);
    if (tokensPerMinute < Infinity)
      bucket.tokens = Math.min(tokensPerMinute, bucket.tokens + minutes * tokensPerMinute);
    const wait = Math.max(
      bucket.requests >= 1 ? 0 : (1 - bucket.requests) / requestsPerMinute,
      bucket.tokens >= tokens ? 0 : (tokens - bucket.tokens) / tokensPerMinute,
    );
    if (wait > 0) return Math.ceil(wait * 60_000);
    bucket.requests -= 1;
    bucket.tokens -= tokens;
    return 0;
  }
}
