import { searchTerms } from '@app/text';
import { describe, expect, it } from 'vitest';
import { queryTermsOf } from './query-terms.js';
import { rankChunks } from './ranking.js';
import { TermIndex } from './term-index.js';

const indexOf = (texts: Record<string, string>, language = 'en'): TermIndex => {
  const index = new TermIndex();
  for (const [id, text] of Object.entries(texts))
    index.add({ id, documentId: `d-${id}`, language, terms: searchTerms(text, language) });
  return index;
};
const ranked = (index: TermIndex, query: string, allowed: ReadonlySet<string> | null = null, limit = 10) =>
  rankChunks(index, queryTermsOf(query, index.languages(allowed)), allowed, limit).map(({ chunkId }) => chunkId);

const TEXTS = {
  barge: 'The barge carries gravel on the river. A barge is slow.',
  ferry: 'The ferry carries passengers across the river.',
  train: 'A train carries passengers and mail.',
};

describe('rankChunks', () => {
  it.each([
    ['a rare word before a common one', 'river barge', ['barge', 'ferry']],
    ['other inflections', 'barges', ['barge']],
    ['nothing that nobody asked for', 'submarine', []],
    ['stopwords only', 'the and of', []],
  ])('finds %s', (_, query, expected) => {
    expect(ranked(indexOf(TEXTS), query)).toEqual(expected);
  });

  it('obeys the filter, in frequencies too', () => {
    expect(ranked(indexOf(TEXTS), 'river passengers', new Set(['d-train', 'd-ferry']))).toEqual(['ferry', 'train']);
  });

  it('prefers neighbours in the same order', () => {
    const index = indexOf({
      apart: 'gravel on a long barge pulled upstream',
      pair: 'on a long gravel barge pulled upstream',
    });
    expect(ranked(index, 'gravel barge')[0]).toBe('pair');
  });

  it('finds compounds by parts of words among what it has found', () => {
    const index = indexOf(
      { a: 'Der Kahn im Fluss trägt eine Kiesladung.', b: 'Der Kahn im Fluss trägt eine Postsendung.' },
      'de',
    );
    expect(ranked(index, 'Kahn mit Kies im Fluss')[0]).toBe('a');
  });

  it('finds Chinese by pairs of characters', () => {
    const index = indexOf({ a: '这艘驳船运送砾石。', b: '火车运送乘客。' }, 'zh');
    expect(ranked(index, '砾石')).toEqual(['a']);
  });

  it('gives as many as were asked for, beyond those that are compared closely', () => {
    const index = indexOf(
      Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`c${i}`, `gravel ${'x'.repeat(i + 2)}`])),
    );
    expect(ranked(index, 'gravel', null, 120)).toHaveLength(120);
    const scores = rankChunks(index, queryTermsOf('gravel'), null, 120).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe('TermIndex', () => {
  it('forgets what is taken out and keeps what is put in twice once', () => {
    const index = indexOf(TEXTS);
    index.add({ id: 'barge', documentId: 'd-barge', language: 'en', terms: ['gravel'] });
    expect(ranked(index, 'gravel')).toEqual(['barge']);
    index.remove('barge');
    expect(ranked(index, 'gravel')).toEqual([]);
    expect(index.size).toBe(2);
  });
});
