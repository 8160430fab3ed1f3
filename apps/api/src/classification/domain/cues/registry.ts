import { AppError } from '@app/kernel';
import { wordsOf } from '../document-view.js';
import { DOCUMENT_TYPE_IDS, isDocumentType, uniqueMap } from '../taxonomy/taxonomy.js';
import { BANK_CHECK, BANK_STATEMENT, CREDIT_CARD, FINANCIAL_STATEMENT } from './banking.js';
import { BUSINESS_CARD, INSURANCE_CARD } from './cards.js';
import { CERTIFICATE } from './certificate.js';
import { COMPLAINT } from './complaint.js';
import { CONTRACT, NDA } from './contract.js';
import { EMAIL, LETTER, MEMO } from './correspondence.js';
import type { TypeCues } from './cue-model.js';
import { GOVERNMENT_FORM } from './government.js';
import { LAB_REPORT, MEDICAL_RECORD, PRESCRIPTION } from './healthcare.js';
import { IDENTITY_DOCUMENT } from './identity.js';
import { withLanguages } from './languages/with-languages.js';
import { INSURANCE_CLAIM, INSURANCE_POLICY, UTILITY_BILL } from './insurance.js';
import { CREDIT_NOTE, INVOICE } from './invoice.js';
import { COURT_FILING, LEGAL_DOCUMENT, POWER_OF_ATTORNEY } from './legal.js';
import { BILL_OF_LADING, CUSTOMS_DECLARATION, DELIVERY_NOTE } from './logistics.js';
import { MORTGAGE_FORM } from './mortgage.js';
import { INSERTION_ORDER, PURCHASE_ORDER, QUOTE } from './orders.js';
import { EXPENSE_REPORT } from './expenses.js';
import { EMPLOYMENT_REFERENCE, PAYSLIP, RESUME } from './people.js';
import { PAYMENT_REMINDER } from './reminder.js';
import { RECEIPT } from './receipt.js';
import { PRESENTATION, REPORT } from './reports.js';
import { TAX_FORM } from './tax.js';
import { TERMINATION } from './termination.js';

const ALL: readonly TypeCues[] = [
  INVOICE,
  CREDIT_NOTE,
  RECEIPT,
  PURCHASE_ORDER,
  INSERTION_ORDER,
  QUOTE,
  PAYMENT_REMINDER,
  BANK_STATEMENT,
  BANK_CHECK,
  CREDIT_CARD,
  FINANCIAL_STATEMENT,
  UTILITY_BILL,
  TAX_FORM,
  MORTGAGE_FORM,
  INSURANCE_CLAIM,
  INSURANCE_POLICY,
  CONTRACT,
  NDA,
  COURT_FILING,
  POWER_OF_ATTORNEY,
  LEGAL_DOCUMENT,
  MEDICAL_RECORD,
  LAB_REPORT,
  PRESCRIPTION,
  INSURANCE_CARD,
  DELIVERY_NOTE,
  BILL_OF_LADING,
  CUSTOMS_DECLARATION,
  RESUME,
  PAYSLIP,
  EXPENSE_REPORT,
  EMPLOYMENT_REFERENCE,
  IDENTITY_DOCUMENT,
  GOVERNMENT_FORM,
  CERTIFICATE,
  BUSINESS_CARD,
  EMAIL,
  LETTER,
  TERMINATION,
  COMPLAINT,
  MEMO,
  REPORT,
  PRESENTATION,
];

const broken = (detail: string): AppError => new AppError('broken_cue_registry', 'bug', { detail });

/** Refuses double types, two special types of one general type, types outside the taxonomy, types without cues, and double labels or phrases within a type. */
export function cueRegistry(all: readonly TypeCues[]): ReadonlyMap<string, TypeCues> {
  const registry = uniqueMap(all, (entry): string => entry.type, 'Cues of the type');
  // The engine weighs one special type against its general type.
  uniqueMap(
    all.filter(({ kindOf }) => kindOf !== undefined),
    ({ kindOf }) => kindOf,
    'Special type of',
  );
  for (const entry of all) {
    if (!isDocumentType(entry.type)) throw broken(`${String(entry.type)} is no document type.`);
    if (entry.kindOf !== undefined && !registry.has(entry.kindOf)) throw broken(`${entry.kindOf} has no cues.`);
    uniqueMap(entry.cues, (cue) => cue.label, `Cue of ${entry.type}`);
    for (const cue of entry.cues) {
      if (cue.kind === 'phrase')
        uniqueMap(cue.phrases, (phrase) => wordsOf(phrase).join(' ') + wildcards(phrase), `Phrase of ${entry.type}`);
    }
  }
  const missing = DOCUMENT_TYPE_IDS.filter((type) => type !== 'generic' && !registry.has(type));
  if (missing.length > 0) throw broken(`No cues for ${missing.join(', ')}.`);
  return registry;
}

const wildcards = (phrase: string): string => phrase.replace(/[^*]/g, '');

export const CUES_BY_TYPE = cueRegistry(ALL.map(withLanguages));
