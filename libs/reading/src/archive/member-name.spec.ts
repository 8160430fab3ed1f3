import { describe, expect, it } from 'vitest';
import { isSystemFile, memberName, UniqueNames } from './member-name.js';

describe('memberName', () => {
  it.each([
    ['invoices/2024/a.pdf', 'invoices/2024/a.pdf'],
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Windows\\system32\\a.dll', 'Windows/system32/a.dll'],
    ['..\\..\\a.txt', 'a.txt'],
    ['a/./b//c.txt', 'a/b/c.txt'],
    ['a/C:/b.txt', 'a/b.txt'],
    ['report\u0000.pdf\u001b[31m', 'report.pdf[31m'],
    ['annexe\u202efdp.exe', 'annexefdp.exe'],
    ['', 'unnamed'],
    ['../..', 'unnamed'],
    ['half \ud83d.txt', 'half \ufffd.txt'],
    [`${'long/'.repeat(60)}file.txt`, `${'long/'.repeat(49)}file.txt`],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(251)}.txt`],
  ])('%j becomes %j', (path, name) => expect(memberName(path)).toBe(name));
});

describe('UniqueNames', () => {
  it('keeps names apart', () => {
    const names = new UniqueNames();
    const given = ['a.txt', 'a.txt', 'b/a.txt', 'a (2).txt', 'a.txt', '.rc', '.rc'].map((name) => names.give(name));
    expect(given).toEqual(['a.txt', 'a (2).txt', 'b/a.txt', 'a (2) (2).txt', 'a (3).txt', '.rc', '.rc (2)']);
    expect(new Set(given).size).toBe(given.length);
  });
});

it.each([
  ['__MACOSX/._a.pdf', true],
  ['folder/.DS_Store', true],
  ['Thumbs.db', true],
  ['folder/._a.pdf', true],
  ['a__MACOSX/b.pdf', false],
  ['folder/thumbs.db.pdf', false],
])('%s is a file of the system: %s', (name, is) => expect(isSystemFile(name)).toBe(is));
