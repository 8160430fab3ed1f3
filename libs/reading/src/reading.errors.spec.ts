import { describe, expect, it } from 'vitest';
import { fromWire, readingError, toWire } from './reading.errors.js';

describe('errors across processes', () => {
  it.each([
    ['an AppError', readingError('encrypted_document'), 'encrypted_document', 'unprocessable'],
    [
      'a failure of a library',
      new Error('unexpected token: the text of the document'),
      'corrupt_document',
      'unprocessable',
    ],
    ['a failed allocation', new RangeError('Array buffer allocation failed'), 'reading_out_of_memory', 'unprocessable'],
  ])('%s keeps code and kind, and no text of the document', (_, error, code, kind) => {
    const arrived = fromWire(toWire(error));
    expect(arrived).toMatchObject({ code, kind });
    expect(arrived.message).not.toContain('text of the document');
    expect(arrived.cause).toBeUndefined();
  });
});
