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

/** A frame as V8 writes it. What comes before the frames is the message, however many lines that has. */
const FRAME = /^ {4}at .*(:\d+:\d+\)?|\(<anonymous>\)|\(index \d+\))$/;
const MAX_FRAMES = 12;
/** Causes that are told; some libraries make chains that end in themselves. */
const MAX_CAUSES = 5;

function framesOf(error: Error): string[] {
  const { stack = '', message } = error;
  const at = message === '' ? -1 : stack.indexOf(message);
  const lines = stack.slice(at < 0 ? 0 : at + message.length).split('\n');
  const frames = lines.slice(lines.findLastIndex((line) => !FRAME.test(line)) + 1);
  return frames.slice(0, MAX_FRAMES).map((line) => line.trim());
}

/** Frames without the message: messages of drivers and parsers quote their input, which may be document text. */
function safeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, kind } = error as { code?: unknown; kind?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof kind === 'string' && { kind }),
    stack: framesOf(error),
    ...(error.cause === undefined || depth >= MAX_CAUSES ? {} : { cause: safeError(error.cause, depth + 1) }),
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
    serializers: { err: (error: unknown) => safeError(error), error: (error: unknown) => safeError(error) },
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
    this.pino.debug(fieldsOf(rest), String(event));
  }

  warn(event: unknown, ...rest: unknown[]): void {
    this.pino.warn(fieldsOf(rest), String(event));
  }

  error(event: unknown, ...rest: unknown[]): void {
    if (event instanceof Error) this.pino.error({ ...fieldsOf(rest), err: event }, event.name);
    else this.pino.error(fieldsOf(rest), String(event));
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
