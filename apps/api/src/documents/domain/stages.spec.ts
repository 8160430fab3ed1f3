import { describe, expect, it } from 'vitest';
import type { Receipt } from './document.js';
import { finalStatusOf, isLastStage, progressOf } from './stages.js';

const receipt = (change: Partial<Receipt> = {}): Receipt => ({
  pages: { total: 2, read: 2, empty: 0, failed: 0 },
  ocrPages: 0,
  characters: 10,
  children: { found: 0, processed: 0, skipped: [] },
  truncated: false,
  warnings: [],
  ...change,
});

describe('finalStatusOf', () => {
  it.each([
    ['nothing lost', receipt(), 'succeeded'],
    ['an empty page is no loss', receipt({ pages: { total: 2, read: 1, empty: 1, failed: 0 } }), 'succeeded'],
    ['a page failed', receipt({ pages: { total: 2, read: 1, empty: 0, failed: 1 } }), 'partial'],
    ['a photograph without a word', receipt({ pages: { total: 1, read: 0, empty: 1, failed: 0 } }), 'partial'],
    [
      'an archive has no text of its own',
      receipt({
        pages: { total: 1, read: 0, empty: 1, failed: 0 },
        children: { found: 1, processed: 1, skipped: [] },
      }),
      'succeeded',
    ],
    ['text was cut', receipt({ truncated: true }), 'partial'],
    [
      'a child was skipped',
      receipt({ children: { found: 1, processed: 0, skipped: [{ name: 'a', reason: 'too_large' }] } }),
      'partial',
    ],
    [
      'a child that holds nothing was left out',
      receipt({ children: { found: 1, processed: 0, skipped: [{ name: '.DS_Store', reason: 'system_file' }] } }),
      'succeeded',
    ],
  ])('%s', (_, given, status) => expect(finalStatusOf(given)).toBe(status));
});

describe('stages', () => {
  it('ends where the pipeline ends', () => {
    expect(isLastStage('full', 'indexed')).toBe(true);
    expect(isLastStage('full', 'understood')).toBe(false);
    expect(isLastStage('classify', 'classified')).toBe(true);
    expect(isLastStage('read', 'read')).toBe(true);
  });

  it('grows from 0 to 1', () => {
    expect(progressOf('full', 'received')).toBe(0);
    expect(progressOf('full', 'classified')).toBe(0.5);
    expect(progressOf('index', 'indexed')).toBe(1);
  });
});
