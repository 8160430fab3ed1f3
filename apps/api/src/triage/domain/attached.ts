import { levelAt } from './priority.js';
import type { AttachmentMark, Triage } from './triage-model.js';

/** A document that came with an e-mail, as it was understood. */
export interface AttachedDocument {
  /** Public id. */
  readonly documentId: string;
  readonly filename: string;
  readonly type: string | null;
  /** `YYYY-MM-DD`, of a bill; null where none was found. */
  readonly dueDate: string | null;
  /** Words of the document that say so. */
  readonly quote: string | null;
  /** Why it was not read; null where it was. */
  readonly refused: string | null;
}

const BILLS: ReadonlySet<string> = new Set(['invoice', 'payment_reminder', 'utility_bill']);
/** Fields that say what a document of a type means for its mail, the most telling first. */
export const EVIDENT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  invoice: ['dueDate'],
  payment_reminder: ['dueDate'],
  utility_bill: ['dueDate'],
  court_filing: ['caseNumber'],
  termination: ['effectiveDate', 'contractNumber', 'customerNumber', 'noticeDate'],
};
/** What each kind of document says of the mail that it came with, where the mail itself says little. */
const CATEGORIES: Readonly<Record<string, string>> = {
  invoice: 'billing',
  payment_reminder: 'billing',
  utility_bill: 'billing',
  credit_note: 'billing',
  termination: 'cancellation',
  complaint: 'complaint',
  contract: 'legal',
  nda: 'legal',
  court_filing: 'legal',
  power_of_attorney: 'legal',
  legal_document: 'legal',
  purchase_order: 'order',
  insertion_order: 'order',
  quote: 'sales',
  delivery_note: 'delivery',
  bill_of_lading: 'delivery',
  resume: 'recruitment',
};
/** Above this the mail's own words say what it is about. */
const OWN_WORDS = 0.6;
const SOON_DAYS = 3;
const DAY = 86_400_000;

/**
 * Log-odds, on the scale of the cues: an overdue bill weighs as much as a severe fault, a reminder as the threat of one, papers of a
 * court as legal steps in a mail, a complaint as the category of that name; who ends a contract has set a date.
 */
const WEIGHTS: Readonly<Record<AttachmentMark['reason'], number>> = {
  invoice_overdue: 1,
  payment_reminder: 0.8,
  court_filing: 0.6,
  complaint: 0.5,
  termination: 0.4,
  invoice_due_soon: 0.4,
  refused: 0,
  not_looked_at: 0,
  document: 0,
};

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (share: number): number => Math.log(share / (1 - share));

/** Types that say something of their mail whatever stands in them. */
const SAYING_ALONE = ['court_filing', 'complaint', 'termination'] as const;

/** What an attachment says of its mail, which was sent on a date. */
export function markOf(attached: AttachedDocument, sent: Date): AttachmentMark {
  const reason = reasonOf(attached, sent);
  const { documentId, filename, type, quote, refused } = attached;
  return { documentId, filename, type, reason, weight: WEIGHTS[reason], evidence: refused ?? quote };
}

/** An attachment that was not asked: there are too many. */
export const unseenMark = ({ documentId, filename, type }: AttachedDocument): AttachmentMark => ({
  documentId,
  filename,
  type,
  reason: 'not_looked_at',
  weight: 0,
  evidence: null,
});

function reasonOf({ type, dueDate, refused }: AttachedDocument, sent: Date): AttachmentMark['reason'] {
  if (refused !== null) return 'refused';
  const alone = SAYING_ALONE.find((one) => one === type);
  if (alone !== undefined) return alone;
  if (type === null || !BILLS.has(type)) return 'document';
  const left = dueDate === null ? Number.NaN : Date.parse(dueDate) - Date.parse(sent.toISOString().slice(0, 10));
  if (left < 0) return 'invoice_overdue';
  if (type === 'payment_reminder') return 'payment_reminder';
  return left <= SOON_DAYS * DAY ? 'invoice_due_soon' : 'document';
}

const strongest = (marks: readonly AttachmentMark[]): number => Math.max(0, ...marks.map(({ weight }) => weight));

/**
 * A triage with what the attachments say; null where nothing changes. The weightiest mark counts, so that ten bills are no more urgent
 * than one, and what an earlier reading of them has added is taken away. What a person has said stays. Pure.
 */
export function withAttachments(triage: Triage, marks: readonly AttachmentMark[]): Triage | null {
  // Runs of before have no marks.
  const before = (triage.attachments as Triage['attachments'] | undefined) ?? [];
  if (JSON.stringify(before) === JSON.stringify(marks)) return null;
  const change = strongest(marks) - strongest(before);
  const { score, reasons } = triage.priority;
  const moved =
    change === 0 ? score : Number(logistic(logit(Math.min(0.9999, Math.max(0.0001, score))) + change).toFixed(4));
  const own = reasons.filter((reason) => !reason.startsWith('attached:'));
  const named = marks.filter(({ weight }) => weight > 0).map(({ reason }) => `attached:${reason}`);
  const priority = { level: levelAt(moved), score: moved, reasons: [...new Set([...named, ...own])] };
  return {
    ...triage,
    ...(!triage.corrected.includes('priority') && { priority }),
    ...categoryBy(triage, marks),
    attachments: marks,
  };
}

/** The category as it was before an earlier reading of the attachments has changed it. */
function ownCategory({ category, origin }: Triage): Pick<Triage, 'category' | 'origin'> {
  const [before, ...alternatives] = category.alternatives;
  if (origin.category.by !== 'attachment' || before === undefined) return { category, origin };
  return {
    category: { ...before, alternatives },
    origin: { ...origin, category: { ...origin.category, by: 'engine' } },
  };
}

/** The weightiest document that says something of the matter says it; of equal ones the first. */
function categoryBy(triage: Triage, marks: readonly AttachmentMark[]): Pick<Triage, 'category' | 'origin'> {
  const own = ownCategory(triage);
  const { category, origin } = own;
  const telling = marks
    .filter(({ type, reason }) => reason !== 'refused' && CATEGORIES[type ?? ''] !== undefined)
    .toSorted((a, b) => b.weight - a.weight);
  const said = CATEGORIES[telling[0]?.type ?? ''];
  if (
    said === undefined ||
    origin.category.by !== 'engine' ||
    category.confidence > OWN_WORDS ||
    category.name === said
  )
    return own;
  const { name, confidence, alternatives } = category;
  return {
    category: { name: said, confidence: OWN_WORDS, alternatives: [{ name, confidence }, ...alternatives].slice(0, 3) },
    origin: { ...origin, category: { ...origin.category, by: 'attachment' } },
  };
}
