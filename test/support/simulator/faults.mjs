/** Faults that end a request before an answer: status, code, headers. */
const REFUSALS = {
  'rate-limit-seconds': { status: 429, code: 'rate_limit_exceeded', headers: { 'retry-after': '1' } },
  'rate-limit-date': {
    status: 429,
    code: 'rate_limit_exceeded',
    headers: () => ({ 'retry-after': new Date(Date.now() + 1_500).toUTCString() }),
  },
  'rate-limit-bare': { status: 429, code: 'rate_limit_exceeded' },
  quota: { status: 429, code: 'insufficient_quota' },
  'server-error': { status: 500, code: 'server_error' },
  'bad-gateway': { status: 502, code: 'bad_gateway' },
  unavailable: { status: 503, code: 'service_unavailable' },
  overloaded: { status: 529, code: 'overloaded_error' },
  'dead-key': { status: 401, code: 'invalid_api_key' },
  'retired-model': { status: 404, code: 'model_not_found' },
};

/** Faults of the connection: the request is never answered whole. It is billed all the same, as providers do. */
const BROKEN = ['hang', 'slow-drip', 'cut'];

/** Answers that come, are billed, and cannot be used. */
const SPOILT = [
  'truncated',
  'refusal',
  'content-filter',
  'not-json',
  'wrong-schema',
  'invented',
  'wrong-language',
  'empty',
];

export const FAULTS = Object.freeze([...Object.keys(REFUSALS), ...BROKEN, ...SPOILT]);

export const refusalOf = (fault) => {
  const refusal = REFUSALS[fault];
  if (refusal === undefined) return null;
  const { headers = {} } = refusal;
  return { ...refusal, headers: typeof headers === 'function' ? headers() : headers };
};
export const isBroken = (fault) => BROKEN.includes(fault);

/** The spoilt form of an answer; `invented` and `foreign` are the scenario's own wrong answers. */
export function spoil(fault, answer, { invented, foreign }) {
  switch (fault) {
    case 'truncated':
      return { text: answer.slice(0, Math.floor(answer.length / 2)), finish: 'truncated' };
    case 'refusal':
      return { text: 'I’m sorry, but I can’t help with that request.', finish: 'complete' };
    case 'content-filter':
      return { text: '', finish: 'filtered' };
    case 'not-json':
      return { text: `Here is what you asked for: ${answer}`, finish: 'complete' };
    case 'wrong-schema':
      return { text: JSON.stringify({ unexpected: [1, 2, 3] }), finish: 'complete' };
    case 'invented':
      return { text: invented ?? answer, finish: 'complete' };
    case 'wrong-language':
      return { text: foreign ?? answer, finish: 'complete' };
    case 'empty':
      return { text: '', finish: 'complete' };
    default:
      return { text: answer, finish: 'complete' };
  }
}

/**
 * Draws faults by the plan: `{share, kinds?: {fault: weight}}`, the share of requests that go wrong, and how; or
 * `{sequence: [fault or null, …]}` for the next requests in their order.
 */
export function drawFault(random, { share = 0, kinds, sequence } = {}) {
  if (sequence !== undefined && sequence.length > 0) return sequence.shift();
  if (random() >= share) return null;
  const weights = Object.entries(kinds ?? Object.fromEntries(FAULTS.map((fault) => [fault, 1])));
  let at = random() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [fault, weight] of weights) if ((at -= weight) < 0) return fault;
  return null;
}
