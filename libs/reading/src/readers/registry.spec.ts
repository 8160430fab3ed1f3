import { AppError } from '@app/kernel';
import { describe, expect, it } from 'vitest';
import { plainTextReader } from './plain-text.reader.js';
import { indexReaders, isReadable, readerFor } from './registry.js';

describe('the registry of readers', () => {
  it('refuses two readers for one type', () =>
    expect(() => indexReaders([plainTextReader, { mediaTypes: ['text/plain'], read: plainTextReader.read }])).toThrow(
      AppError,
    ));
  it.each(['text/plain', 'Text/Plain; charset=utf-8', 'application/pdf', 'image/jpeg', 'message/rfc822'])(
    'knows %s',
    (type) => expect(isReadable(type)).toBe(true),
  );
  it('refuses what it does not know', () =>
    expect(() => readerFor('application/x-unknown')).toThrow(
      expect.objectContaining({ code: 'unsupported_media_type', kind: 'unsupported' }),
    ));
});
