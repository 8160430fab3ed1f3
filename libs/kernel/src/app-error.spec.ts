import { describe, expect, it } from 'vitest';
import { AppError, assertNever, isAppError, notFound } from './app-error.js';

describe('AppError', () => {
  it.each([
    { options: {}, message: 'out_of_paper', detail: undefined, retryAfter: undefined },
    { options: { detail: 'No paper.' }, message: 'No paper.', detail: 'No paper.', retryAfter: undefined },
    { options: { retryAfterSeconds: 0 }, message: 'out_of_paper', detail: undefined, retryAfter: 0 },
  ])('says what it was given: $options', ({ options, message, detail, retryAfter }) => {
    const error = new AppError('out_of_paper', 'unavailable', options);
    expect(error).toMatchObject({ name: 'AppError', code: 'out_of_paper', kind: 'unavailable', message });
    expect(error.detail).toBe(detail);
    expect(error.retryAfterSeconds).toBe(retryAfter);
  });

  it.each([
    [{}, false],
    [{ cause: undefined }, false],
    [{ cause: null }, true],
    [{ cause: new Error('below') }, true],
  ])('has a cause only where one was given: %o', (options, expected) => {
    expect('cause' in new AppError('odd', 'bug', options)).toBe(expected);
  });

  it.each([
    [new AppError('odd', 'bug'), true],
    [new (class Special extends AppError {})('odd', 'bug'), true],
    [new Error('odd'), false],
    [{ code: 'odd', kind: 'bug', name: 'AppError' }, false],
    [null, false],
  ])('is told from what only looks like it: %o', (value, expected) => {
    expect(isAppError(value)).toBe(expected);
  });
});

it('makes the same error for whatever is not there, each time a new one', () => {
  const [first, second] = [notFound(), notFound()];
  expect(first).not.toBe(second);
  expect(Object.entries(first)).toEqual(Object.entries(second));
  expect(first).toMatchObject({ code: 'not_found', kind: 'not_found', detail: 'There is no such resource.' });
});

it('does not repeat the value that ended an exhaustive switch', () => {
  expect(() => assertNever('4111 1111 1111 1111' as never)).toThrow(
    expect.objectContaining({ code: 'unexpected_value', kind: 'bug', detail: expect.not.stringContaining('4111') }),
  );
});
