import { describe, expect, it } from 'vitest';
import { admit, cleanFilename, optionsHashOf, quotaProblem } from './admission.js';

describe('admit', () => {
  it.each([
    [{ isEmpty: true, mediaType: 'text/plain', readable: true }, 'empty_file'],
    [{ isEmpty: false, mediaType: null, readable: false }, 'unsupported_media_type'],
    [{ isEmpty: false, mediaType: 'video/mp4', readable: false }, 'unsupported_media_type'],
  ])('%o is refused as %s', (upload, code) => expect(() => admit(upload)).toThrow(expect.objectContaining({ code })));

  it('answers the type of what can be read', () => {
    expect(admit({ isEmpty: false, mediaType: 'application/pdf', readable: true })).toBe('application/pdf');
  });
});

describe('cleanFilename', () => {
  it.each([
    ['a.pdf', 'a.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\b.pdf', 'b.pdf'],
    ['a\u0000\nb.txt', 'ab.txt'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
  ])('%j becomes %j', (name, clean) => expect(cleanFilename(name)).toBe(clean));
});

describe('optionsHashOf', () => {
  it('does not depend on the order of keys', () => {
    expect(optionsHashOf({ pipeline: 'full', type: 'invoice' })).toBe(
      optionsHashOf({ type: 'invoice', pipeline: 'full' }),
    );
    expect(optionsHashOf({ pipeline: 'full' })).not.toBe(optionsHashOf({ pipeline: 'read' }));
  });
});

describe('quotaProblem', () => {
  const volume = { documentsThisMonth: 10, storedBytes: 1_000 };
  it.each([
    ['no quotas', { documentsPerMonth: null, storageBytes: null }, /^$/],
    ['room for one more', { documentsPerMonth: 11, storageBytes: 1_100 }, /^$/],
    ['no more documents', { documentsPerMonth: 10, storageBytes: null }, /10 documents a month/],
    ['no more bytes', { documentsPerMonth: null, storageBytes: 1_099 }, /1099 bytes/],
  ])('%s', (_, quotas, problem) => {
    expect(quotaProblem(quotas, volume, 100) ?? '').toMatch(problem);
  });
});
