import { describe, expect, it } from 'vitest';
import { AppError } from '@app/kernel';
import { withLogContext } from './log-context.js';
import { Log } from './logger.js';

const SECRET = 'Jane Doe, IBAN DE02120300000000202051';

type Line = Record<string, unknown> & {
  readonly err: { stack: string[]; type: string; code?: string; cause?: object };
};

const logOf = (level = 'trace') => {
  const texts: string[] = [];
  const log = new Log({ level, pretty: false }, { write: (line) => void texts.push(line) });
  return { log, texts, lines: () => texts.map((text) => JSON.parse(text) as Line), all: () => texts.join('') };
};

describe('levels', () => {
  it.each([
    ['info', 30, (log: Log) => log.info('job.done', { jobId: 'j' })],
    ['debug', 20, (log: Log) => log.debug('job.done', { jobId: 'j' })],
    ['warn', 40, (log: Log) => log.warn('job.done', { jobId: 'j' })],
    ['error', 50, (log: Log) => log.error('job.done', { jobId: 'j' })],
  ])('%s writes the event and its fields', (_, level, write) => {
    const { log, lines } = logOf();
    write(log);
    expect(lines()).toEqual([
      { level, time: expect.stringMatching(/^\d{4}-.*Z$/), service: 'dossier', jobId: 'j', msg: 'job.done' },
    ]);
  });

  it.each([
    ['log', 20],
    ['debug', 20],
    ['verbose', 10],
    ['warn', 40],
    ['error', 50],
  ] as const)('%s as Nest calls it has the context of Nest', (method, level) => {
    const { log, lines } = logOf();
    log[method]('Mapped {/v1/documents, GET} route', 'RouterExplorer');
    expect(lines()[0]).toMatchObject({ level, context: 'RouterExplorer', msg: 'Mapped {/v1/documents, GET} route' });
  });

  it.each([
    ['silent', 0],
    ['error', 1],
    ['info', 3],
    ['trace', 5],
  ])('at %s there are %i lines', (level, count) => {
    const { log, lines } = logOf(level);
    log.verbose('a');
    log.debug('b');
    log.info('c');
    log.warn('d');
    log.error('e');
    expect(lines()).toHaveLength(count);
  });
});

it('adds the fields of the running work, the inner ones over the outer ones', async () => {
  const { log, lines } = logOf();
  await withLogContext({ requestId: 'r', tenantId: 'outer' }, async () => {
    await Promise.resolve();
    withLogContext({ tenantId: 'inner' }, () => log.info('inside'));
    log.info('between');
  });
  log.info('outside');
  expect(lines()).toMatchObject([{ requestId: 'r', tenantId: 'inner' }, { requestId: 'r', tenantId: 'outer' }, {}]);
  expect(lines()[2]).not.toHaveProperty('requestId');
});

describe('what a log must not hold', () => {
  it.each([
    'password',
    'authorization',
    'token',
    'apiKey',
    'secret',
    'text',
    'body',
    'quote',
    'email',
    'subject',
    'from',
  ])('is left out under %s, down to two levels', (key) => {
    const { log, all, lines } = logOf();
    log.warn('seen', { [key]: SECRET, mail: { [key]: SECRET, part: { [key]: SECRET } }, count: 3 });
    expect(all()).not.toContain(SECRET);
    expect(lines()[0]).toMatchObject({ count: 3, [key]: '[redacted]' });
  });

  const failing = (message: string, options?: ErrorOptions): Error => new Error(message, options);

  it.each<[string, Error]>([
    ['a message', failing(SECRET)],
    ['the second line of a message', failing(`invalid input:\n${SECRET}`)],
    ['a line of a message that looks like a frame', failing(`cannot read:\n    at ${SECRET}\n    at home`)],
    ['a line of a message that looks just like a frame', failing(`cannot read:\n    at (${SECRET}:1:1)`)],
    ['a message that was changed afterwards', Object.assign(failing(`at\n    at ${SECRET}`), { message: 'other' })],
    ['the cause', failing('outside', { cause: failing(SECRET) })],
    ['the cause of the cause', failing('a', { cause: failing('b', { cause: failing(`c\n    at ${SECRET}`) }) })],
    ['a cause that is no error', failing('outside', { cause: SECRET })],
    [
      'fields of drivers',
      Object.assign(failing('duplicate key'), { detail: SECRET, parameters: [SECRET], query: SECRET }),
    ],
    [
      'the detail of an AppError',
      new AppError('odd', 'bug', { detail: SECRET, errors: [{ pointer: '/a', detail: SECRET }] }),
    ],
    ['an error without a message', Object.assign(failing(''), { hint: SECRET })],
  ])('is %s of an error', (_, error) => {
    for (const write of [
      (log: Log) => log.error('failed', { err: error }),
      (log: Log) => log.warn('failed', { error }),
      (log: Log) => log.error('failed', error),
      (log: Log) => log.error(error),
    ]) {
      const { log, all, lines } = logOf();
      write(log);
      expect(all()).not.toContain(SECRET);
      const told = (lines()[0]!.err ?? lines()[0]!['error']) as Line['err'];
      expect(told.stack.length).toBeGreaterThan(0);
      expect(told.stack[0]).toContain('logger.spec');
    }
  });

  it('tells type, code and kind of an error and of its causes', () => {
    const { log, lines } = logOf();
    const cause = Object.assign(new TypeError('below'), { code: 'ECONNREFUSED' });
    log.error('failed', { err: new AppError('database_unavailable', 'unavailable', { cause }) });
    expect(lines()[0]!.err).toMatchObject({
      type: 'AppError',
      code: 'database_unavailable',
      kind: 'unavailable',
      cause: { type: 'TypeError', code: 'ECONNREFUSED' },
    });
  });

  it.each([['a string'], [42], [null], [{ message: SECRET }]])(
    'says only the type of what is no error: %o',
    (thrown) => {
      const { log, all, lines } = logOf();
      log.error('failed', { err: thrown });
      expect(all()).not.toContain(SECRET);
      expect(lines()[0]).toHaveProperty('err');
    },
  );

  it('survives an error that is its own cause', () => {
    const { log, lines } = logOf();
    const error = new Error('round');
    error.cause = error;
    log.error('failed', { err: error });
    expect(lines()[0]!.err.type).toBe('Error');
  });
});
