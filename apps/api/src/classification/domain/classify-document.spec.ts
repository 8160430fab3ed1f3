import { describe, expect, it } from 'vitest';
import type { ClassificationInput } from './classification-model.js';
import { growth, MOST_GROWTH } from '../../../../../test/support/growth.js';
import { classifyDocument } from './classify-document.js';
import { readingOf } from './samples/reading-of-text.js';
import { SAMPLES } from './samples/sample-texts.js';

const inputOf = (page: string, rest: Partial<ClassificationInput> = {}): ClassificationInput => ({
  reading: readingOf([page]),
  filename: 'scan0001.pdf',
  mediaType: 'application/pdf',
  ...rest,
});

const CLAUSES = `
1. Term. This Agreement begins on the Effective Date and continues for two years unless it is terminated earlier by a party.
2. Governing law. This Agreement is governed by the laws of Ireland and the parties submit to the courts of Dublin in all matters.
3. Entire agreement. This Agreement is the entire agreement between the parties and replaces all that was said before it was signed.
4. Assignment. Neither party shall assign its rights hereunder without the prior written consent of the other party hereto, notwithstanding the foregoing.
IN WITNESS WHEREOF, the parties have caused this Agreement to be duly executed.
By: ______________________   By: ______________________`;

describe('classifyDocument', () => {
  it.each(SAMPLES)('knows %s: %s', (type, _what, text) => {
    const found = classifyDocument(inputOf(text));
    expect(found.type).toBe(type);
    expect(found.confidence).toBeGreaterThan(0.5);
  });

  it.each([
    [
      'contract',
      'SERVICES AGREEMENT',
      'The Provider shall provide the services that are described in the schedule hereto.',
    ],
    [
      'nda',
      'MUTUAL NON-DISCLOSURE AGREEMENT',
      'The Receiving Party shall protect the Confidential Information of the Disclosing Party.',
    ],
  ])('knows %s', (type, title, purpose) => {
    const text = `${title}
      This Agreement is made by and between Larkspur Tools Ltd and Quill Bakery Ltd (each a "party") as of 4 March 2024.
      WHEREAS the parties wish to work together; NOW, THEREFORE, in consideration of the mutual covenants herein they agree:
      ${purpose}${CLAUSES}`;
    expect(classifyDocument(inputOf(text))).toMatchObject({ type, industry: 'legal' });
  });

  it('takes a till roll with a tax invoice on it for a receipt, and the same words on a sheet with a due date for an invoice', () => {
    const till = `QUILL BAKERY\nTAX INVOICE\nInv no 77\n03/04/2024 11:20:31\nRye bread   4.20\nTotal   4.20\nCash   5.00\nChange   0.80\nThank you, please come again`;
    const sheet = `QUILL BAKERY\nTAX INVOICE\nInvoice no 77   Invoice date 03/04/2024\nBill to: Larkspur Tools Ltd, Gate 2\nDescription   Quantity   Unit price\nRye bread   40   168.00\nAmount due   168.00   Due date 03/05/2024`;
    const strip = readingOf([till], { width: 220, height: 700 });
    expect(classifyDocument(inputOf('', { reading: strip, mediaType: 'image/jpeg' })).type).toBe('receipt');
    expect(classifyDocument(inputOf(sheet)).type).toBe('invoice');
  });

  it('believes structured data inside the file', () => {
    const plain = 'Sehr geehrte Frau Sample,\nanbei unser Beitrag für das Quartal.\nMit freundlichen Grüßen';
    const without = classifyDocument(inputOf(plain));
    const inside = classifyDocument(inputOf(plain, { childNames: ['factur-x.xml'] }));
    expect(without).toMatchObject({ type: 'letter', embedded: false });
    expect(inside).toMatchObject({ type: 'invoice', embedded: true });
  });

  it('knows an e-mail by its format', () => {
    const reading = { ...readingOf(['Hello,\nthe boat is ready.\nAnna']), mediaType: 'message/rfc822' };
    expect(classifyDocument(inputOf('', { reading, mediaType: 'message/rfc822' })).type).toBe('email');
  });

  it('says little where there is little to see', () => {
    const found = classifyDocument(inputOf('qx zv\n..'));
    expect(found.type).toBe('generic');
    expect(found.confidence).toBeLessThan(0.8);
    expect(found.reasoning).toContain('Nothing');
  });

  it('lets a file name and an industry tip the scales but not more', () => {
    const letter = SAMPLES.find(([type]) => type === 'letter')?.[2] ?? '';
    const named = classifyDocument(inputOf(letter, { filename: 'TaxInvoice_2024.pdf', industryHint: 'finance' }));
    expect(named.type).toBe('letter');
    const bare = classifyDocument(inputOf('Larkspur\n12.00', { filename: 'receipt-12.png' }));
    expect(bare.alternatives.map(({ type }) => type)).toContain('receipt');
  });

  it('explains itself without quoting the document', () => {
    const found = classifyDocument(inputOf(SAMPLES[0]?.[2] ?? ''));
    expect(found.reasoning).toMatch(/^Read as an invoice; found: /);
    expect(found.reasoning).not.toMatch(/Quill|Larkspur|2291|60\.00/);
  });

  it('answers three to five alternatives that are less likely, and probabilities', () => {
    const { confidence, alternatives } = classifyDocument(inputOf(SAMPLES[0]?.[2] ?? ''));
    expect(alternatives.length).toBeGreaterThanOrEqual(3);
    expect(alternatives.length).toBeLessThanOrEqual(5);
    expect(Math.max(...alternatives.map((guess) => guess.confidence))).toBeLessThan(confidence);
    expect(confidence).toBeLessThanOrEqual(0.99);
  });

  it('looks at a bounded part of a long document: its type still shows', () => {
    const filler = Array.from(
      { length: 60 },
      () => 'The works are described in the annex in as much detail as was thought useful.',
    ).join('\n');
    const contract = `SERVICES AGREEMENT\nThis Agreement is made by and between the parties hereto.\nWHEREAS the parties agree.\n`;
    const classified = (pages: number): ReturnType<typeof classifyDocument> =>
      classifyDocument(
        inputOf('', {
          reading: readingOf([contract + filler, ...Array.from({ length: pages }, () => filler), CLAUSES]),
        }),
      );
    const found = classified(99);
    expect(found.type).toBe('contract');
    expect(found.cues.map(({ label }) => label)).toContain('an execution clause');
    expect(growth(classified, 100)).toBeLessThan(MOST_GROWTH);
  });
});
