import { describe, expect, it } from 'vitest';
import { isPackedType, jsonWithList, memberName } from './archive-format.js';
import { isExported } from './exported-columns.js';

describe('the names of files in an archive', () => {
  it.each([
    ['invoice 12.pdf', 'invoice 12.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a\\b:c*?.txt', 'a_b_c__.txt'],
    ['\u202egnp.exe', '_gnp.exe'],
    ['..', 'file'],
    ['', 'file'],
    [`${'x'.repeat(300)}.docx`, `${'x'.repeat(100)}.docx`],
    ['𝒜'.repeat(120), '𝒜'.repeat(100)],
  ])('%j becomes %j', (filename, name) => expect(memberName(filename)).toBe(name));
});

it.each([
  ['application/pdf', true],
  ['image/jpeg', true],
  ['image/bmp', false],
  ['text/plain', false],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', true],
  ['message/rfc822', false],
])('whether %s is pressed already: %s', (mediaType, isPacked) => expect(isPackedType(mediaType)).toBe(isPacked));

it.each([
  ['filename', true],
  ['email', true],
  ['sha256', true],
  ['value', true],
  ['password_hash', false],
  ['secret_hash', false],
  ['prompt_hash', false],
  ['fingerprint', false],
  ['tenant_id', false],
])('whether the column %s is handed out: %s', (column, is) => expect(isExported(column)).toBe(is));

describe('JSON that is written as it comes', () => {
  async function* items(...values: number[]) {
    for (const value of values) yield { value };
  }
  const textOf = async (head: Record<string, string>, ...values: number[]): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of jsonWithList(head, 'rows', items(...values))) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };

  it.each([
    [{ table: 'a}' }, [1, 2]],
    [{ table: 'a' }, []],
    [{}, [1]],
  ] as const)('is JSON: %j with %j', async (head, values) => {
    expect(JSON.parse(await textOf(head as Record<string, string>, ...values))).toEqual({
      ...head,
      rows: values.map((value) => ({ value })),
    });
  });
});
