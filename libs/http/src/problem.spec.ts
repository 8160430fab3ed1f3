import { AppError, ERROR_KINDS, type ErrorKind } from '@app/kernel';
import {
  BadGatewayException,
  BadRequestException,
  ForbiddenException,
  GoneException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
  PayloadTooLargeException,
  RequestTimeoutException,
  ServiceUnavailableException,
  UnauthorizedException,
  UnprocessableEntityException,
} from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { problemOf, statusOf, toAppError } from './problem.js';

const SECRET = 'Jane Doe at 4 Privet Drive';

const STATUSES = {
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
} as const satisfies Record<ErrorKind, number>;

it.each(ERROR_KINDS)('the kind %s has one status and goes through unchanged', (kind) => {
  const error = new AppError('some_code', kind);
  expect(statusOf(kind)).toBe(STATUSES[kind]);
  expect(toAppError(error)).toBe(error);
});

describe('problemOf', () => {
  it.each([
    [{ detail: 'Not like this.' }, { detail: 'Not like this.' }],
    [{}, { detail: 'Bad Request' }],
    [
      { detail: 'No.', errors: [{ pointer: '/a', detail: 'is missing' }] },
      { detail: 'No.', errors: [{ pointer: '/a', detail: 'is missing' }] },
    ],
  ])('writes %o as RFC 9457 wants it', (options, expected) => {
    expect(problemOf(new AppError('bad_press', 'invalid', options), 'req-1')).toEqual({
      type: 'urn:dossier:problem:bad_press',
      title: 'Bad Request',
      status: 400,
      code: 'bad_press',
      requestId: 'req-1',
      ...expected,
    });
  });

  it('says nothing of the cause', () => {
    const error = new AppError('odd', 'bug', { cause: new Error(SECRET), detail: 'Something went wrong.' });
    expect(JSON.stringify(problemOf(error, 'r'))).not.toContain(SECRET);
  });
});

/** As Fastify throws: an error with a code, a status and a message that may quote the input. */
const fastifyError = (code: string, statusCode: number): Error =>
  Object.assign(new Error(`${code}: ${SECRET}`), { code, statusCode });

const wrapped = (cause: unknown): HttpException => new BadRequestException(SECRET, { cause });

describe('toAppError', () => {
  it.each<[string, unknown, string, ErrorKind]>([
    ['malformed JSON (Fastify)', fastifyError('FST_ERR_CTP_INVALID_JSON_BODY', 400), 'malformed_json', 'invalid'],
    ['no JSON (Fastify)', fastifyError('FST_ERR_CTP_EMPTY_JSON_BODY', 400), 'malformed_json', 'invalid'],
    [
      'a media type (Fastify)',
      fastifyError('FST_ERR_CTP_INVALID_MEDIA_TYPE', 415),
      'unsupported_media_type',
      'unsupported',
    ],
    ['a large body (Fastify)', fastifyError('FST_ERR_CTP_BODY_TOO_LARGE', 413), 'payload_too_large', 'too_large'],
    ['a wrong length (Fastify)', fastifyError('FST_ERR_CTP_INVALID_CONTENT_LENGTH', 400), 'bad_request', 'invalid'],
    ['a bad URL (Fastify)', fastifyError('FST_ERR_BAD_URL', 400), 'bad_request', 'invalid'],
    [
      'what Nest wraps of Fastify',
      wrapped(fastifyError('FST_ERR_CTP_BODY_TOO_LARGE', 413)),
      'payload_too_large',
      'too_large',
    ],
    ['a parser', Object.assign(new SyntaxError(SECRET), { statusCode: 400 }), 'malformed_json', 'invalid'],
    ['what Nest wraps of a parser', wrapped(new SyntaxError(SECRET)), 'malformed_json', 'invalid'],
    ['a syntax error of our own', new SyntaxError(SECRET), 'internal_error', 'bug'],
    ['a form', new BadRequestException('Multipart: Unexpected end of form'), 'malformed_multipart', 'invalid'],
    ['400', new BadRequestException(SECRET), 'bad_request', 'invalid'],
    ['401', new UnauthorizedException(SECRET), 'unauthenticated', 'unauthenticated'],
    ['403', new ForbiddenException(SECRET), 'forbidden', 'forbidden'],
    ['404', new NotFoundException(`Cannot GET /${SECRET}`), 'not_found', 'not_found'],
    ['408', new RequestTimeoutException(SECRET), 'bad_request', 'invalid'],
    ['410', new GoneException(SECRET), 'bad_request', 'invalid'],
    ['413', new PayloadTooLargeException(SECRET), 'payload_too_large', 'too_large'],
    ['414', fastifyError('FST_ERR_URI_TOO_LONG', 414), 'bad_request', 'invalid'],
    ['422', new UnprocessableEntityException(SECRET), 'unprocessable', 'unprocessable'],
    ['500', new InternalServerErrorException(SECRET), 'internal_error', 'bug'],
    ['502', new BadGatewayException(SECRET), 'internal_error', 'bug'],
    ['503', new ServiceUnavailableException(SECRET), 'unavailable', 'unavailable'],
    ['a status that is none', Object.assign(new Error(SECRET), { statusCode: 9 }), 'internal_error', 'bug'],
    ['a driver', Object.assign(new Error(SECRET), { code: '23505', detail: SECRET }), 'internal_error', 'bug'],
    ['a code of our own objects', Object.assign(new Error(SECRET), { code: 'constructor' }), 'internal_error', 'bug'],
    ['a string', SECRET, 'internal_error', 'bug'],
    ['null', null, 'internal_error', 'bug'],
    ['undefined', undefined, 'internal_error', 'bug'],
  ])('understands %s and quotes nothing of it', (_, thrown, code, kind) => {
    const error = toAppError(thrown);
    expect(error).toMatchObject({ code, kind });
    expect(JSON.stringify(problemOf(error, 'r'))).not.toContain(SECRET);
  });

  it.each([new Error(SECRET), new InternalServerErrorException(SECRET)])(
    'keeps the cause for the log: %o',
    (thrown) => {
      expect(toAppError(thrown).cause).toBe(thrown);
    },
  );
});
