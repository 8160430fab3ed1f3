import { type FaultKind, ProviderFault } from './model-provider.js';
import { NotSent } from './not-sent.js';
import { retryAfterMs } from './retry-after.js';

/** What the SDKs' errors have in common. */
export interface ApiErrorLike {
  readonly status?: number;
  readonly code?: string | null;
  readonly type?: string | null;
  readonly headers?: { get(name: string): string | null };
}

/** Statuses with one meaning whatever the body says. 529 is Anthropic's "overloaded". */
const BY_STATUS: Readonly<Record<number, FaultKind>> = {
  401: 'dead-key',
  402: 'quota',
  403: 'dead-key',
  404: 'missing-model',
  408: 'server',
  409: 'server',
  410: 'missing-model',
  503: 'overloaded',
  529: 'overloaded',
};

/** Codes in a body that say more than the status. */
const BY_CODE: ReadonlyMap<unknown, FaultKind> = new Map<unknown, FaultKind>([
  ['insufficient_quota', 'quota'],
  ['billing_hard_limit_reached', 'quota'],
  ['billing_error', 'quota'],
  ['model_not_found', 'missing-model'],
  ['model_decommissioned', 'missing-model'],
  ['not_found_error', 'missing-model'],
  ['invalid_api_key', 'dead-key'],
  ['authentication_error', 'dead-key'],
  ['permission_error', 'dead-key'],
  ['overloaded_error', 'overloaded'],
  ['rate_limit_error', 'rate-limited'],
]);

/** The fault that an HTTP answer stands for. */
export function faultOfStatus(error: ApiErrorLike, now: number, cause: unknown): ProviderFault {
  const status = error.status ?? 0;
  const kind = BY_CODE.get(error.code) ?? BY_CODE.get(error.type) ?? BY_STATUS[status] ?? kindOfRange(status);
  const after = retryAfterMs(error.headers, now);
  return new ProviderFault(kind, { cause, status, ...(after === undefined ? {} : { retryAfterMs: after }) });
}

const kindOfRange = (status: number): FaultKind =>
  status === 429 ? 'rate-limited' : status >= 500 ? 'server' : status >= 400 ? 'rejected' : 'connection';

/** Errors below HTTP: sockets, name lookups, answers that end before they are whole. */
export function faultOfTransport(error: unknown, signal: AbortSignal): ProviderFault {
  const wasSent = !causesOf(error).some((cause) => cause instanceof NotSent);
  const fault = (kind: FaultKind): ProviderFault => new ProviderFault(kind, { cause: error, wasSent });
  if (signal.aborted) return fault('cancelled');
  const code = codeOf(error);
  if (/TIMEOUT/.test(code)) return fault('timeout');
  // What ends a handshake cuts no answer.
  if (wasSent && (CUTS.has(code) || error instanceof SyntaxError)) return fault('cut');
  return fault('connection');
}

const CUTS: ReadonlySet<string> = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
]);

const MAX_CAUSES = 5;

/** The system's or undici's code of an error, or of what caused it. */
function codeOf(error: unknown): string {
  for (const { code } of causesOf(error) as readonly { readonly code?: unknown }[])
    if (typeof code === 'string' && code !== '') return code;
  return '';
}

/** An error, what caused it, what caused that. */
function causesOf(error: unknown): readonly Error[] {
  const errors: Error[] = [];
  for (let current = error; errors.length < MAX_CAUSES && current instanceof Error; current = current.cause)
    errors.push(current);
  return errors;
}
