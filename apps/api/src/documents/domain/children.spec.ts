import { describe, expect, it } from 'vitest';
import { allowanceOf, decideChildren, type FoundChild, isLoss, skippedOf, type TreePlace } from './children.js';

const limits = { maxChildren: 10, maxDepth: 3, maxTreeDocuments: 100, maxTreeBytes: 1000 };
const place = (change: Partial<TreePlace> = {}): TreePlace => ({
  depth: 0,
  lineage: new Set(['own']),
  documents: 0,
  bytes: 0,
  ...change,
});
const child = (change: Partial<FoundChild> = {}): FoundChild => ({
  name: 'a.pdf',
  sizeBytes: 10,
  sha256: 'a',
  mediaType: 'application/pdf',
  readable: true,
  ...change,
});
const reasonsOf = (children: FoundChild[], where: TreePlace = place(), bounds = limits): (string | null)[] =>
  decideChildren(children, where, bounds).map(({ kept, reason }) => (kept ? reason : `not kept: ${reason}`));

describe('decideChildren', () => {
  it('keeps what it cannot read, and says so', () => {
    const video = child({ name: 'b.mp4', mediaType: 'video/mp4', readable: false });
    const empty = child({ name: 'c.txt', sizeBytes: 0, mediaType: null, readable: false });
    expect(reasonsOf([child(), video, empty])).toEqual([null, 'unsupported_media_type', 'empty_file']);
  });

  it.each<[string, FoundChild[], TreePlace, (string | null)[]]>([
    ['too many', [child(), child(), child()], place(), [null, null, 'not kept: too_many']],
    ['too deep', [child()], place({ depth: 3 }), ['not kept: too_deep']],
    [
      'an archive twice',
      [child({ mediaType: 'application/zip' }), child({ mediaType: 'application/zip' }), child({ sha256: 'b' })],
      place(),
      [null, 'not kept: duplicate', null],
    ],
    ['a file in itself', [child({ sha256: 'own' }), child()], place(), ['not kept: cycle', null]],
    ['too many in the tree', [child(), child()], place({ documents: 99 }), [null, 'not kept: tree_too_large']],
    [
      'too large for the tree',
      [child({ sizeBytes: 90 }), child({ sizeBytes: 20 }), child({ sizeBytes: 10 })],
      place({ bytes: 900 }),
      [null, 'not kept: tree_too_large', null],
    ],
  ])('keeps nothing beyond the limits: %s', (_, children, where, reasons) =>
    expect(reasonsOf(children, where, { ...limits, maxChildren: 2 })).toEqual(reasons),
  );
});

describe('what is left out', () => {
  it('is named with the limit that held the reader back', () => {
    const skipped = [
      { name: 'x', reason: 'too_many' },
      { name: 'y', reason: 'link' },
    ];
    const decisions = decideChildren([child()], place({ depth: 3 }), limits);
    expect(skippedOf(skipped, [child()], decisions, allowanceOf(place({ depth: 3 }), limits).reason)).toEqual([
      { name: 'x', reason: 'too_deep' },
      { name: 'y', reason: 'link' },
      { name: 'a.pdf', reason: 'too_deep' },
    ]);
    expect(allowanceOf(place(), limits).reason).toBe('too_many');
    expect(allowanceOf(place({ documents: 95 }), limits)).toEqual({
      children: 5,
      bytes: 1000,
      reason: 'tree_too_large',
    });
  });

  it.each([
    ['cycle', true],
    ['corrupt', true],
    ['system_file', false],
    ['link', false],
    ['duplicate', false],
  ])('because of %s is a loss: %s', (reason, loss) => expect(isLoss({ reason })).toBe(loss));
});
