import { describe, expect, it } from 'vitest';
import { decideChildren, skippedOf } from './children.js';

const pdf = { name: 'a.pdf', sizeBytes: 10, mediaType: 'application/pdf', readable: true };
const video = { name: 'b.mp4', sizeBytes: 10, mediaType: 'video/mp4', readable: false };
const empty = { name: 'c.txt', sizeBytes: 0, mediaType: null, readable: false };

describe('decideChildren', () => {
  it('keeps what it cannot read, and says so', () => {
    const found = [pdf, video, empty];
    const decisions = decideChildren(found, { maxChildren: 10, tooDeep: false });
    expect(decisions).toEqual([
      { kept: true, reason: null },
      { kept: true, reason: 'unsupported_media_type' },
      { kept: true, reason: 'empty_file' },
    ]);
    expect(skippedOf(found, decisions)).toEqual([
      { name: 'b.mp4', reason: 'unsupported_media_type' },
      { name: 'c.txt', reason: 'empty_file' },
    ]);
  });

  it('keeps nothing beyond the limits', () => {
    expect(decideChildren([pdf, pdf], { maxChildren: 1, tooDeep: false })[1]).toEqual({
      kept: false,
      reason: 'too_many',
    });
    expect(decideChildren([pdf], { maxChildren: 1, tooDeep: true })[0]).toEqual({ kept: false, reason: 'too_deep' });
  });
});
