import { describe, expect, it } from 'vitest';
import type { ClassificationInput } from './classification-model.js';
import { classifyDocument } from './classify-document.js';
import { embeddedCues } from './embedded-cues.js';
import { readingOf } from './samples/reading-of-text.js';

const input = (text: string, metadata: Record<string, string>, rest: Partial<ClassificationInput> = {}) => ({
  reading: { ...readingOf([text]), metadata },
  filename: null,
  mediaType: 'application/pdf',
  ...rest,
});

describe('what a file says of itself', () => {
  it.each([
    ['ubl-invoice', 'Some words', 'invoice'],
    ['ubl-credit-note', 'Some words', 'credit_note'],
    ['ubl-despatch-advice', 'Some words', 'delivery_note'],
    ['cii', 'Type code: 380', 'invoice'],
    ['cii', 'Type code: 381', 'credit_note'],
    ['fatturapa', 'Tipo Documento: TD04', 'credit_note'],
    ['iso20022-camt.053', 'Some words', 'bank_statement'],
  ])('%s with "%s" is a %s', (xmlFormat, text, type) => {
    expect(classifyDocument(input(text, { xmlFormat }))).toMatchObject({ type, embedded: true });
  });

  it('is heard in XMP, in the format, and in the name of the XML inside', () => {
    expect(classifyDocument(input('Order 5', { documentType: 'ORDER' })).type).toBe('purchase_order');
    expect(embeddedCues(input('', {}, { mediaType: 'text/vcard' }))[0]?.type).toBe('business_card');
    expect(embeddedCues(input('', {}, { childNames: ['order-x.xml'] }))[0]?.type).toBe('purchase_order');
    expect(embeddedCues(input('', { xmlFormat: 'docbook', documentType: 'REPORT' }))).toEqual([]);
  });

  it('leaves it to the page whether an invoice takes another one back', () => {
    const page = 'CREDIT NOTE\nCredit note number: 5\nOriginal invoice: 4\nTotal credit 60.00';
    expect(classifyDocument(input(page, {}, { childNames: ['factur-x.xml'] }))).toMatchObject({
      type: 'credit_note',
      embedded: true,
    });
  });
});
