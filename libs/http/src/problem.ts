import { STATUS_CODES } from 'node:http';
import { AppError, type ErrorKind, type FieldProblem, isAppError } from '@app/kernel';
import { HttpException } from '@nestjs/common';

/** RFC 9457 problem details as this service writes them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable snake_case; what a program should look at. */
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly FieldProblem[];
}

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  payment_required: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  unprocessable: 422,
  rate_limited: 429,
  bug: 500,
  unavailable: 503,
  insufficient_storage: 507,
};

export const statusOf = (kind: ErrorKind): number => STATUS[kind];

const KIND_OF_STATUS: Readonly<Record<number, { kind: ErrorKind; code: string }>> = {
  400: { kind: 'invalid', code: 'bad_request' },
  401: { kind: 'unauthenticated', code: 'unauthenticated' },
  403: { kind: 'forbidden', code: 'forbidden' },
  404: { kind: 'not_found', code: 'not_found' },
  405: { kind: 'invalid', code: 'method_not_allowed' },
  406: { kind: 'invalid', code: 'not_acceptable' },
  409: { kind: 'conflict', code: 'conflict' },
  413: { kind: 'too_large', code: 'payload_too_large' },
  415: { kind: 'unsupported', code: 'unsupported_media_type' },
  422: { kind: 'unprocessable', code: 'unprocessable' },
  429: { kind: 'rate_limited', code: 'rate_limited' },
  503: { kind: 'unavailable', code: 'unavailable' },
};

/** What a framework refused with a status of its own (408, 414, 431, …) is still the client's mistake, not ours. */
const kindOfStatus = (status: number): { kind: ErrorKind; code: string } | undefined =>
  KIND_OF_STATUS[status] ?? (status >= 400 && status < 500 ? KIND_OF_STATUS[400] : undefined);

/** Codes that Fastify and its body parsers give, and what they mean here. Their texts may quote the input, so ours stand instead. */
const FASTIFY_CODES: Readonly<Record<string, { kind: ErrorKind; code: string; detail: string }>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    kind: 'invalid',
    code: 'malformed_json',
    detail: 'The body is not well-formed JSON.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    kind: 'invalid',
    code: 'malformed_json',
    detail: 'The body is empty; JSON was announced.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    kind: 'unsupported',
    code: 'unsupported_media_type',
    detail: 'This content type is not accepted here.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    kind: 'too_large',
    code: 'payload_too_large',
    detail: 'The body is larger than is accepted here.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    kind: 'invalid',
    code: 'bad_request',
    detail: 'The body does not have the announced length.',
  },
};

const fromFastify = (code: unknown) =>
  typeof code === 'string' && Object.hasOwn(FASTIFY_CODES, code) ? FASTIFY_CODES[code] : undefined;

/** Everything that can be thrown, as an AppError. Unknown errors keep their cause for the log and say nothing to the client. */
export function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  const known = fromFastify((error as { code?: unknown } | null)?.code);
  if (known) return new AppError(known.code, known.kind, { cause: error, detail: known.detail });
  if (error instanceof SyntaxError && (error as { statusCode?: unknown }).statusCode === 400)
    return malformedJson(error);
  if (error instanceof HttpException) return fromHttpException(error);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  const mapped = typeof status === 'number' ? kindOfStatus(status) : undefined;
  if (mapped) return new AppError(mapped.code, mapped.kind, { cause: error, detail: titleOf(status as number) });
  return new AppError('internal_error', 'bug', { cause: error, detail: 'Something went wrong inside the service.' });
}

function fromHttpException(error: HttpException): AppError {
  // Nest wraps what Fastify throws; the code inside says more than the status outside.
  const inner = (error.cause as { code?: unknown } | undefined)?.code;
  if (fromFastify(inner)) return toAppError(error.cause);
  if (error.cause instanceof SyntaxError) return malformedJson(error.cause);
  const status = error.getStatus();
  const { kind, code } = kindOfStatus(status) ?? { kind: 'bug' as const, code: 'internal_error' };
  if (kind === 'bug')
    return new AppError(code, kind, { cause: error, detail: 'Something went wrong inside the service.' });
  const multipart = status === 400 && /multipart|form/i.test(error.message);
  return new AppError(multipart ? 'malformed_multipart' : code, kind, { cause: error, detail: titleOf(status) });
}

const malformedJson = (cause: unknown): AppError =>
  new AppError('malformed_json', 'invalid', { cause, detail: 'The body is not well-formed JSON.' });

const titleOf = (status: number): string => STATUS_CODES[status] ?? 'Error';

export function problemOf(error: AppError, requestId: string): Problem {
  const status = statusOf(error.kind);
  return {
    type: `urn:dossier:problem:${error.code}`,
    title: titleOf(status),
    status,
    detail: error.detail ?? titleOf(status),
    code: error.code,
    requestId,
    ...(error.errors && { errors: error.errors }),
  };
}
