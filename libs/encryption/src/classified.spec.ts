import { describe, expect, it } from 'vitest';
import { PLAIN_COLUMNS, undescribed } from './plain-columns.js';
import { ClassifiedColumns } from './classified.service.js';
import { isSealed, TenantSeals } from './tenant-seals.js';

const TENANT = '0193a5f0-7c1e-7d3a-9b4f-0123456789ab';
const seals = new TenantSeals(TENANT, [{ version: 1, key: new Uint8Array(32).fill(1) }], 1);
const columns = new ClassifiedColumns({ own: async () => seals });

describe('ClassifiedColumns', () => {
  it('opens rows of all forms by the registry, and leaves other columns as they are', async () => {
    const chunks = await columns.of('chunks');
    const readings = await columns.of('readings');
    const queries = await columns.of('queries');
    const row = {
      id: 'a',
      page: 3,
      text: chunks.text('text', 'a', 'some words'),
      terms: [chunks.terms('terms', 'a', 'som word')],
    };
    expect(row.terms.every(isSealed)).toBe(true);
    expect(await columns.openRow('chunks', row)).toEqual({ ...row, text: 'some words', terms: ['som', 'word'] });
    const model = readings.bytes('model', 'r', Uint8Array.of(1, 2));
    const opened = await columns.openRow('readings', { id: 'r', model });
    expect([...opened.model]).toEqual([1, 2]);
    const filter: unknown = JSON.parse(queries.json('filter', 'q', { types: ['invoice'] }));
    expect(await columns.openRow('queries', { id: 'q', filter, comment: null })).toEqual({
      id: 'q',
      filter: { types: ['invoice'] },
      comment: null,
    });
    expect(await columns.openRows('jobs', [{ queue: 'x' }])).toEqual([{ queue: 'x' }]);
  });

  it('gives back rows of before encryption', async () => {
    const row = { id: 'a', text: 'plain', terms: ['one', 'two'] };
    expect(await columns.openRow('chunks', row)).toEqual(row);
    expect(await columns.openRow('mails', { document_id: 'd', sender: 'a@b.test' })).toMatchObject({
      sender: 'a@b.test',
    });
  });

  it('binds rows by all columns of their key, bytes and numbers among them', async () => {
    const examples = await columns.of('classifier_examples');
    const text = examples.text('text', ['c', Uint8Array.of(1)], 'a secret');
    expect(examples.openRow({ classifier_id: 'c', text_hash: Uint8Array.of(1), text }).text).toBe('a secret');
    expect(() => examples.openRow({ classifier_id: 'c', text_hash: Uint8Array.of(2), text })).toThrow(
      'decryption_failed',
    );
    expect(() => examples.openRow({ classifier_id: 'c', text })).toThrow('text_hash');
    const citations = await columns.of('query_citations');
    const quote = citations.text('quote', ['q', 1], 'a secret');
    expect(() => citations.openText('quote', ['q1', ''], quote)).toThrow('decryption_failed');
  });

  it('makes numbers of words that say neither how often nor in which order they come', async () => {
    const chunks = await columns.of('chunks');
    const long = 'a'.repeat(16);
    const numbers = chunks.wordNumbers('terms', ['b', long, 'a', 'b']);
    expect(numbers).toEqual(chunks.wordNumbers('terms', ['a', 'b', `${long}`]));
    expect(new Set(numbers).size).toBe(3);
    const [a, b, other] = chunks.numbersOf('terms', ['a', 'b', `${long}a`]);
    expect(numbers).toEqual(expect.arrayContaining([a, b]));
    expect(numbers).not.toContain(other);
    for (const number of numbers) expect(BigInt.asIntN(64, BigInt(number)).toString()).toBe(number);
  });
});

describe('the registry of columns', () => {
  it('tells columns that nobody has described, and descriptions of none', () => {
    const { wrong } = undescribed([]);
    expect(undescribed([...wrong, 'documents.secret'])).toEqual({ unknown: ['documents.secret'], wrong: [] });
    expect(undescribed(wrong.filter((name) => name !== 'runs.result')).wrong).toEqual(['runs.result']);
  });

  it('says why of each that stays plain', () => {
    for (const { reason } of PLAIN_COLUMNS) expect(reason.length).toBeGreaterThan(20);
  });
});
