import { type LoggerService } from '@nestjs/common';
import { type Logger as PinoLogger, pino } from 'pino';
import { logContext } from './log-context.js';

/** Keys whose values never reach a log, wherever they stand in what is logged (two levels deep). */
const REDACTED_KEYS = [
  'password',
  'passwordHash',
  'authorization',
  'cookie',
  'accessToken',
  'refreshToken',
  'token',
  'key',
  'apiKey',
  'secret',
  'text',
  'html',
  'body',
  'content',
  'quote',
  'draft',
  'email',
  'subject',
  'from',
  'to',
];

/** Frames without the message: messages of drivers and parsers quote their input, which may be document text. */
function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, kind } = error as { code?: unknown; kind?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof kind === 'string' && { kind }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: safeError(error.cause) }),
  };
}

export interface LoggerOptions {
  readonly level: string;
  readonly pretty: boolean;
}

const createPino = (options: LoggerOptions, destination?: { write(line: string): void }): PinoLogger => {
  const settings = {
    level: options.level,
    base: { service: 'dossier' },
    mixin: () => logContext(),
    serializers: { err: safeError, error: safeError },
    redact: {
      paths: REDACTED_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[redacted]',
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(settings, destination) : pino(settings);
};

/**
 * The log of the service: one JSON object a line on standard output. A line has an event name, ids and numbers;
 * document text, personal data and secrets are kept out by `safeError` and by redaction.
 */
export class Log implements LoggerService {
  private readonly pino: PinoLogger;

  constructor(options: LoggerOptions = { level: 'info', pretty: false }, destination?: { write(line: string): void }) {
    this.pino = createPino(options, destination);
  }

  info(event: string, fields: Record<string, unknown> = {}): void {
    this.pino.info(fields, event);
  }

  debug(event: unknown, ...rest: unknown[]): void {
    this.pino.debug({ context: contextOf(rest) }, String(event));
  }

  warn(event: unknown, ...rest: unknown[]): void {
    this.pino.warn(fieldsOf(rest), String(event));
  }

  error(event: unknown, ...rest: unknown[]): void {
    this.pino.error(fieldsOf(rest), event instanceof Error ? event.name : String(event));
  }

  /** Nest's own start-up lines are for debugging; what matters is logged by name. */
  log(event: unknown, ...rest: unknown[]): void {
    this.pino.debug({ context: contextOf(rest) }, String(event));
  }

  verbose(event: unknown, ...rest: unknown[]): void {
    this.pino.trace({ context: contextOf(rest) }, String(event));
  }
}

const contextOf = (rest: readonly unknown[]): string | undefined => {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
};

const fieldsOf = (rest: readonly unknown[]): Record<string, unknown> => {
  const [first] = rest;
  if (first instanceof Error) return { err: first };
  if (first !== null && typeof first === 'object') return first as Record<string, unknown>;
  return { context: contextOf(rest) };
};
