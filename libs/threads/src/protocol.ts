import { AppError, type ErrorKind, isAppError } from '@app/kernel';

/** What a thread is sent. */
export type ToThread =
  | { readonly kind: 'run'; readonly id: number; readonly input: unknown }
  /** What somebody outside of the thread has answered. */
  | { readonly kind: 'answer'; readonly id: number; readonly question: number; readonly answer: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly question: number; readonly failure: Failure };

/** What a thread sends. */
export type FromThread =
  | { readonly kind: 'question'; readonly id: number; readonly question: number; readonly asked: unknown }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

/** An error on its way between threads: a typed one keeps its type, of any other only that it happened and where. */
export interface Failure {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly stack: string | undefined;
}

export function failureOf(error: unknown): Failure {
  const known = isAppError(error) ? error : new AppError('internal_error', 'bug');
  const { code, kind, detail, retryAfterSeconds } = known;
  return { code, kind, detail, retryAfterSeconds, stack: error instanceof Error ? error.stack : undefined };
}

export function errorOf({ code, kind, detail, retryAfterSeconds, stack }: Failure): AppError {
  const cause = new Error(`in a thread: ${code}`);
  if (stack !== undefined) cause.stack = stack;
  return new AppError(code, kind, { cause, detail, retryAfterSeconds });
}
