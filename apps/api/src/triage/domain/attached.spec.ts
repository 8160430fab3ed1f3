import { describe, expect, it } from 'vitest';
import { type AttachedDocument, markOf, unseenMark, withAttachments } from './attached.js';
import type { Triage } from './triage-model.js';

const SENT = new Date('2026-03-05T23:00:00Z');
const attached = (more: Partial<AttachedDocument> = {}): AttachedDocument => ({
  documentId: 'doc_1',
  filename: 'a.pdf',
  type: 'invoice',
  dueDate: null,
  quote: null,
  refused: null,
  ...more,
});

describe('an attachment', () => {
  it.each([
    [{ dueDate: '2026-03-04' }, 'invoice_overdue'],
    [{ dueDate: '2026-03-05' }, 'invoice_due_soon'],
    [{ dueDate: '2026-03-08' }, 'invoice_due_soon'],
    [{ dueDate: '2026-03-09' }, 'document'],
    [{}, 'document'],
    [{ type: 'payment_reminder' }, 'payment_reminder'],
    [{ type: 'payment_reminder', dueDate: '2026-02-01' }, 'invoice_overdue'],
    [{ type: 'letter', dueDate: '2026-02-01' }, 'document'],
    [{ type: 'utility_bill', dueDate: '2026-02-01' }, 'invoice_overdue'],
    [{ type: 'court_filing' }, 'court_filing'],
    [{ type: 'complaint' }, 'complaint'],
    [{ type: 'termination' }, 'termination'],
    [{ refused: 'infected' }, 'refused'],
  ] as const)('%o: %s', (more, reason) => expect(markOf(attached(more), SENT).reason).toBe(reason));
});

describe('a triage with attachments', () => {
  const triage = (more: Partial<Triage> = {}): Triage =>
    ({
      category: { name: 'general', confidence: 0.4, alternatives: [] },
      priority: { level: 'normal', score: 0.25, reasons: ['soon'] },
      origin: { category: { by: 'engine' } },
      attachments: [],
      corrected: [],
      ...more,
    }) as unknown as Triage;
  const overdue = markOf(attached({ dueDate: '2026-02-01' }), SENT);
  const plain = markOf(attached(), SENT);

  it('rises by the weightiest, whatever their number, and falls back when that is gone', () => {
    const once = withAttachments(triage(), [overdue]);
    const twice = withAttachments(triage(), [overdue, overdue]);
    expect(once?.priority.score).toBeGreaterThan(0.4);
    expect(twice?.priority.score).toBe(once?.priority.score);
    expect(once?.priority.reasons).toEqual(['attached:invoice_overdue', 'soon']);
    const back = withAttachments(once!, [plain]);
    expect(back?.priority.score).toBeCloseTo(0.25, 3);
    expect(back?.priority.reasons).toEqual(['soon']);
  });

  it('says what the mail is about only where its own words do not', () => {
    expect(withAttachments(triage(), [plain])?.category.name).toBe('billing');
    const sure = { name: 'order', confidence: 0.9, alternatives: [] };
    expect(withAttachments(triage({ category: sure }), [plain])?.category.name).toBe('order');
  });

  it('takes the weightiest word on the category, and none of a file that was refused', () => {
    const contract = markOf(attached({ type: 'contract' }), SENT);
    expect(withAttachments(triage(), [contract, overdue])?.category.name).toBe('billing');
    const refused = markOf(attached({ refused: 'corrupt_document' }), SENT);
    expect(refused.evidence).toBe('corrupt_document');
    expect(withAttachments(triage(), [refused])?.category.name).toBe('general');
  });

  it.each([
    ['termination', 'cancellation'],
    ['complaint', 'complaint'],
    ['resume', 'recruitment'],
    ['purchase_order', 'order'],
  ])('with a %s beside a contract is a %s', (type, category) => {
    const contract = markOf(attached({ type: 'contract' }), SENT);
    const mark = markOf(attached({ type }), SENT);
    const marks = mark.weight > 0 ? [contract, mark] : [mark, contract];
    expect(withAttachments(triage(), marks)?.category.name).toBe(category);
  });

  it('has its own category again when the document that said another one says it no more', () => {
    const billing = withAttachments(triage(), [plain])!;
    expect(billing.origin.category.by).toBe('attachment');
    const letter = markOf(attached({ type: 'letter' }), SENT);
    const again = withAttachments(billing, [letter])!;
    expect(again.category).toMatchObject({ name: 'general', confidence: 0.4 });
    expect(again.origin.category.by).toBe('engine');
  });

  it('names what it was too many to look at, and counts nothing of it', () => {
    const unseen = unseenMark(attached({ dueDate: '2026-02-01', type: 'letter' }));
    expect(unseen).toMatchObject({ filename: 'a.pdf', reason: 'not_looked_at', evidence: null });
    expect(withAttachments(triage(), [unseen])?.priority.score).toBe(0.25);
  });

  it('does not overrule a person, and is no news twice', () => {
    const said = withAttachments(triage({ corrected: ['priority'] }), [overdue]);
    expect(said?.priority.score).toBe(0.25);
    expect(withAttachments(said!, [overdue])).toBeNull();
  });
});
