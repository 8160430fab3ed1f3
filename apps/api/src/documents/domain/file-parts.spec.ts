import { describe, expect, it } from 'vitest';
import type { Receipt } from './document.js';
import { contentKeyOf, partFilename, withParts } from './file-parts.js';

describe('parts of a file', () => {
  it.each([
    ['scan.pdf', [3, 5], 'scan (pages 3-5).pdf'],
    ['folder/scan.pdf', [2, 2], 'scan (page 2).pdf'],
    ['scan', [1, 2], 'scan (pages 1-2)'],
    ['.pdf', [1, 1], '.pdf (page 1)'],
  ] as const)('are called after it and their pages: %s %j', (name, pages, expected) =>
    expect(partFilename(name, pages)).toBe(expected),
  );

  it('have names that fit', () => expect(partFilename(`${'x'.repeat(251)}.pdf`, [10, 12]).length).toBeLessThan(256));

  const receipt: Receipt = {
    pages: { total: 4, read: 4, empty: 0, failed: 0 },
    ocrPages: 0,
    characters: 10,
    children: { found: 2, processed: 1, skipped: [{ name: 'x.bin', reason: 'unsupported_media_type' }] },
    truncated: false,
    warnings: [],
  };

  it('are counted once, however often they are written down, beside what lies in the file', () => {
    const three = withParts(withParts(receipt, 3), 3);
    expect(three.children).toEqual({ ...receipt.children, found: 5, processed: 4, parts: 3 });
    expect(withParts(three, 0)).toEqual(receipt);
  });

  it('have readings of their own', () => {
    const keys = [null, [1, 2], [1, 3]].map((pages) =>
      contentKeyOf({ sha256: 'abc', pages: pages as [number, number] }),
    );
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toBe('abc');
  });
});
