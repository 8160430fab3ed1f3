/** What kind of thing went wrong. HTTP statuses, log levels and retries follow from it, each in one place. */
export const ERROR_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'unsupported',
  'unprocessable',
  'rate_limited',
  'payment_required',
  'unavailable',
  'insufficient_storage',
  'bug',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** A problem with one part of the input; `pointer` is a JSON pointer (RFC 6901). */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

export interface AppErrorOptions {
  /** The error below, for the log only; it never reaches a client. */
  readonly cause?: unknown;
  /** A sentence for the client. It holds no document text, no personal data and no secrets. */
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  /** Seconds after which it makes sense to try again. */
  readonly retryAfterSeconds?: number;
}

/** The one error type that crosses room and lib borders. `code` is stable snake_case and part of the API. */
export class AppError extends Error {
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    options: AppErrorOptions = {},
  ) {
    super(options.detail ?? code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.detail = options.detail;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError;

/** Ends a switch over a union: the compiler refuses it while a case is missing. */
export function assertNever(value: never): never {
  throw new AppError('unexpected_value', 'bug', { detail: `Unexpected value of type ${typeof value}` });
}

/** The same answer for what does not exist and for what belongs to another tenant. */
export const notFound = (): AppError =>
  new AppError('not_found', 'not_found', { detail: 'There is no such resource.' });
