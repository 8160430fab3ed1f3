import { describe, expect, it } from 'vitest';
import type { Calibrator } from '../../quality/index.js';
import type { DocumentFields, MailResult } from './mail-source.js';
import { toldWhole } from './told-whole.js';

const halved: Calibrator = ({ kind, group }, confidence) =>
  kind === 'document' && group === 'sch_invoice' ? confidence / 2 : confidence;

const whole = (confidence: number, documents?: readonly DocumentFields[]): MailResult => ({
  schemaId: 'sch_invoice',
  schemaVersion: 1,
  fields: [],
  fillRate: 1,
  confidence,
  ruleFailures: [],
  disagreements: [],
  warnings: [],
  ...(documents && { documents }),
});

const part = (schemaId: string, confidence: number): DocumentFields => ({
  documentId: 'doc_1',
  filename: 'a.pdf',
  schemaId,
  fillRate: 1,
  confidence,
  fields: [],
  ruleFailures: [],
  disagreements: [],
});

describe('the confidence in an e-mail as a whole', () => {
  it('is that of documents of its schema', () =>
    expect(toldWhole(whole(0.8), halved)).toMatchObject({ confidence: 0.4, rawConfidence: 0.8 }));
  it('has nothing beside it where nothing was learned', () =>
    expect(toldWhole(whole(0.8), (_, own) => own)).toEqual(whole(0.8)));
  it('is of several documents the chance that all are right, each by its own schema', () =>
    expect(toldWhole(whole(0.4, [part('sch_invoice', 0.8), part('sch_receipt', 0.5)]), halved)).toMatchObject({
      confidence: 0.2,
      rawConfidence: 0.4,
      documents: [{ confidence: 0.4 }, { confidence: 0.5 }],
    }));
});
