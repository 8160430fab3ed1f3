import { BILLS_OF_LADING, DELIVERY_NOTES } from './delivery-notes.js';
import { EXPENSE_REPORTS } from './expense-reports.js';
import { INSURANCE_CLAIMS, INSURANCE_POLICIES } from './insurance-papers.js';
import { PAYMENT_REMINDERS } from './payment-reminders.js';
import type { Paper } from './paper.js';
import { PAYSLIPS } from './payslips.js';
import { RESUMES } from './resumes.js';
import { TERMINATIONS } from './terminations.js';
import { UTILITY_BILLS } from './utility-bills.js';

/** Documents made up for tests, by type. */
export const PAPERS: readonly (readonly [type: string, papers: readonly Paper[]])[] = [
  ['payslip', PAYSLIPS],
  ['delivery_note', DELIVERY_NOTES],
  ['bill_of_lading', BILLS_OF_LADING],
  ['insurance_claim', INSURANCE_CLAIMS],
  ['insurance_policy', INSURANCE_POLICIES],
  ['resume', RESUMES],
  ['payment_reminder', PAYMENT_REMINDERS],
  ['utility_bill', UTILITY_BILLS],
  ['expense_report', EXPENSE_REPORTS],
  ['termination', TERMINATIONS],
];
