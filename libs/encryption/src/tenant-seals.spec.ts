import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSealed, TenantSeals } from './tenant-seals.js';

const TENANT = '0193a5f0-7c1e-7d3a-9b4f-0123456789ab';
const OLD = { version: 1, key: new Uint8Array(32).fill(1) };
const NEW = { version: 2, key: new Uint8Array(32).fill(2) };
const before = new TenantSeals(TENANT, [OLD], 1);
const after = new TenantSeals(TENANT, [OLD, NEW], 2);

describe('TenantSeals', () => {
  it('gives back texts, JSON and bytes, of which nothing is seen', () => {
    const text = before.text('notes.text', 'row', 'Grüße, 你好');
    expect(before.openText('notes.text', 'row', text)).toBe('Grüße, 你好');
    const stored: unknown = JSON.parse(before.json('notes.data', 'row', { sum: [1, 'two', null] }));
    expect(before.openJson('notes.data', 'row', stored)).toEqual({ sum: [1, 'two', null] });
    const bytes = before.bytes('notes.model', 'row', Buffer.from('canary'));
    expect(Buffer.from(before.openBytes('notes.model', 'row', bytes)).toString()).toBe('canary');
    expect(bytes.includes('canary')).toBe(false);
    expect([text, stored, bytes].map(isSealed)).toEqual([true, true, true]);
  });

  it.each([
    ['a long text', 'Grüße, 你好. '.repeat(200), true],
    ['a short one', 'Grüße, 你好. '.repeat(20), false],
    ['a long one that nothing repeats in', randomBytes(4096).toString('latin1'), true],
  ])('gives back %s, and compresses what is long', (_, plain, isPacked) => {
    const sealed = before.text('notes.text', 'row', plain);
    expect(before.openText('notes.text', 'row', sealed)).toBe(plain);
    expect(after.openText('notes.text', 'row', sealed)).toBe(plain);
    expect([sealed.startsWith('\u0001e2:'), isSealed(sealed)]).toEqual([isPacked, true]);
    expect([before, after].map((seals) => seals.isOutdated(sealed))).toEqual([false, true]);
    expect(sealed.length < (Buffer.byteLength(plain) * 4) / 3).toBe(isPacked);
    const other = `${isPacked ? '\u0001e1:' : '\u0001e2:'}${sealed.slice(4)}`;
    expect(() => before.openText('notes.text', 'row', other)).toThrow('decryption_failed');
    expect(before.openJson('notes.data', 'row', JSON.parse(before.json('notes.data', 'row', { plain })))).toEqual({
      plain,
    });
  });

  it('opens a long value of before texts were compressed', () => {
    const plain = 'Robin Example '.repeat(200);
    const sealed = `\u0001e1:${before.bytes('notes.text', 'row', Buffer.from(plain)).subarray(4).toString('base64')}`;
    expect(after.openText('notes.text', 'row', sealed)).toBe(plain);
  });

  it('gives back what was stored before encryption as it is', () => {
    expect(before.openText('notes.text', 'row', 'plain')).toBe('plain');
    expect(before.openJson('notes.data', 'row', { plain: true })).toEqual({ plain: true });
    expect(before.openJson('notes.data', 'row', null)).toBe(null);
    expect(before.openBytes('notes.model', 'row', Buffer.of(1, 2))).toEqual(Buffer.of(1, 2));
  });

  it.each([
    ['another row', (sealed: string) => before.openText('notes.text', 'other', sealed)],
    ['another column', (sealed: string) => before.openText('notes.other', 'row', sealed)],
    [
      'another tenant',
      (sealed: string) => new TenantSeals(TENANT.replace('0', '1'), [OLD], 1).openText('notes.text', 'row', sealed),
    ],
    ['a cut value', (sealed: string) => before.openText('notes.text', 'row', sealed.slice(0, 30))],
  ])('does not open a value in %s', (_, open) => {
    expect(() => open(before.text('notes.text', 'row', 'a secret'))).toThrow('decryption_failed');
  });

  it('reads all versions, writes the current one, and tells what is outdated', () => {
    const sealed = before.text('notes.text', 'row', 'a secret');
    expect(after.openText('notes.text', 'row', sealed)).toBe('a secret');
    const values = [sealed, 'plain', before.bytes('notes.model', 'row', Buffer.of(1)), Buffer.of(1)];
    expect(values.map((value) => after.isOutdated(value))).toEqual([true, true, true, true]);
    const fresh = [after.text('notes.text', 'row', ''), after.bytes('notes.model', 'row', Buffer.of(1))];
    expect(fresh.map((value) => after.isOutdated(value))).toEqual([false, false]);
    expect(() => before.openText('notes.text', 'row', fresh[0] as string)).toThrow('not there any more');
  });

  it('makes blind indexes that stay the same through rotations and differ between columns', () => {
    expect(after.blind('notes.key', 'value')).toEqual(before.blind('notes.key', 'value'));
    expect(after.blind('notes.key', 'other')).not.toEqual(before.blind('notes.key', 'value'));
    expect(after.blind('notes.name', 'value')).not.toEqual(before.blind('notes.key', 'value'));
  });
});
