import { describe, expect, it } from 'vitest';
import { PAPERS } from '../../../../../test/support/papers/index.js';
import { classifyDocument } from './classify-document.js';
import { textReading } from '../../../../../test/support/placed-reading.js';

describe('papers of accounts, pay, delivery, insurance and applications', () => {
  it.each(PAPERS.flatMap(([type, papers]) => papers.map(({ what, text }) => [type, what, text] as const)))(
    'knows %s: %s',
    (type, _what, text) => {
      const found = classifyDocument({
        reading: textReading(text),
        filename: 'scan0001.pdf',
        mediaType: 'application/pdf',
      });
      expect([found.type, found.confidence > 0.5]).toEqual([type, true]);
    },
  );
});
