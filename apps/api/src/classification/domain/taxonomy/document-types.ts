/** The built-in industries, in the order in which they are listed. */
export const INDUSTRIES = [
  { id: 'finance', name: 'Finance', description: 'Invoices, payments, banking, tax, insurance.' },
  { id: 'legal', name: 'Legal', description: 'Contracts, courts, powers of attorney.' },
  { id: 'healthcare', name: 'Healthcare', description: 'Records, results and cards of patients.' },
  { id: 'logistics', name: 'Logistics', description: 'Delivery, transport and customs.' },
  { id: 'human_resources', name: 'Human resources', description: 'Applications, pay and employment.' },
  { id: 'government', name: 'Government and identity', description: 'Identity, registration and certificates.' },
  { id: 'general', name: 'General', description: 'Correspondence and all that is of no trade.' },
] as const;

export type IndustryId = (typeof INDUSTRIES)[number]['id'];

interface DocumentTypeEntry {
  readonly id: string;
  readonly industry: IndustryId;
  readonly name: string;
  readonly description: string;
}

/** The built-in document types. Each has one home industry; `generic` is the answer where nothing speaks for a type. */
export const DOCUMENT_TYPES = [
  {
    id: 'invoice',
    industry: 'finance',
    name: 'Invoice',
    description: 'A seller asks for payment of goods or services.',
  },
  {
    id: 'credit_note',
    industry: 'finance',
    name: 'Credit note',
    description: 'A seller takes back a part or all of an invoice.',
  },
  {
    id: 'receipt',
    industry: 'finance',
    name: 'Receipt',
    description: 'Proof of a purchase that is paid: till receipts, fuel, meals, parking.',
  },
  {
    id: 'purchase_order',
    industry: 'finance',
    name: 'Purchase order',
    description: 'A buyer orders goods or services.',
  },
  {
    id: 'insertion_order',
    industry: 'finance',
    name: 'Insertion order',
    description: 'An order for advertising time or space, with flights, spots and rates.',
  },
  {
    id: 'payment_reminder',
    industry: 'finance',
    name: 'Payment reminder',
    description: 'A creditor reminds a debtor of what is overdue: reminders, dunning letters, final notices.',
  },
  { id: 'quote', industry: 'finance', name: 'Quote', description: 'A seller offers goods or services at a price.' },
  {
    id: 'bank_statement',
    industry: 'finance',
    name: 'Bank statement',
    description: 'Transactions and balances of an account over a period.',
  },
  { id: 'bank_check', industry: 'finance', name: 'Bank check', description: 'A written order to a bank to pay.' },
  { id: 'credit_card', industry: 'finance', name: 'Payment card', description: 'A picture of a credit or debit card.' },
  {
    id: 'utility_bill',
    industry: 'finance',
    name: 'Utility bill',
    description: 'A bill for electricity, gas, water, heat or telephone by consumption.',
  },
  { id: 'tax_form', industry: 'finance', name: 'Tax form', description: 'A form or statement for a tax authority.' },
  {
    id: 'mortgage_form',
    industry: 'finance',
    name: 'Mortgage form',
    description: 'Loan applications, estimates, disclosures and appraisals for property.',
  },
  {
    id: 'insurance_claim',
    industry: 'finance',
    name: 'Insurance claim',
    description: 'A notice of loss or a claim under a policy.',
  },
  {
    id: 'insurance_policy',
    industry: 'finance',
    name: 'Insurance policy',
    description: 'The terms or certificate of an insurance cover.',
  },
  {
    id: 'financial_statement',
    industry: 'finance',
    name: 'Financial statement',
    description: 'Balance sheet, income statement or cash flow of a company.',
  },
  { id: 'contract', industry: 'legal', name: 'Contract', description: 'An agreement between parties.' },
  {
    id: 'nda',
    industry: 'legal',
    name: 'Non-disclosure agreement',
    description: 'A contract that keeps information confidential.',
  },
  {
    id: 'court_filing',
    industry: 'legal',
    name: 'Court filing',
    description: 'Complaints, motions, orders and judgments of a court.',
  },
  {
    id: 'power_of_attorney',
    industry: 'legal',
    name: 'Power of attorney',
    description: 'A person lets another act for them.',
  },
  {
    id: 'legal_document',
    industry: 'legal',
    name: 'Legal document',
    description: 'Wills, deeds, affidavits, statutes and other legal texts.',
  },
  {
    id: 'medical_record',
    industry: 'healthcare',
    name: 'Medical record',
    description: 'Visit notes, discharge letters, histories of a patient.',
  },
  {
    id: 'lab_report',
    industry: 'healthcare',
    name: 'Laboratory report',
    description: 'Test results with reference ranges.',
  },
  {
    id: 'prescription',
    industry: 'healthcare',
    name: 'Prescription',
    description: 'Medication ordered by a prescriber.',
  },
  {
    id: 'insurance_card',
    industry: 'healthcare',
    name: 'Health insurance card',
    description: 'A picture of a member card of a health plan.',
  },
  {
    id: 'delivery_note',
    industry: 'logistics',
    name: 'Delivery note',
    description: 'What is delivered, without prices: delivery notes, packing lists.',
  },
  {
    id: 'bill_of_lading',
    industry: 'logistics',
    name: 'Bill of lading',
    description: 'A carrier receives goods for transport: bills of lading, waybills.',
  },
  {
    id: 'customs_declaration',
    industry: 'logistics',
    name: 'Customs declaration',
    description: 'Goods declared to customs.',
  },
  {
    id: 'resume',
    industry: 'human_resources',
    name: 'Résumé',
    description: 'Experience, education and skills of a person.',
  },
  {
    id: 'payslip',
    industry: 'human_resources',
    name: 'Payslip',
    description: 'Pay and deductions of an employee for a period.',
  },
  {
    id: 'expense_report',
    industry: 'human_resources',
    name: 'Expense report',
    description: 'An employee claims back what was spent on travel and other business.',
  },
  {
    id: 'employment_reference',
    industry: 'human_resources',
    name: 'Employment reference',
    description: 'An employer confirms or judges employment.',
  },
  {
    id: 'identity_document',
    industry: 'government',
    name: 'Identity document',
    description: 'Passports, identity cards, driving licences, residence permits.',
  },
  {
    id: 'government_form',
    industry: 'government',
    name: 'Government form',
    description: 'Forms, registrations and filings with a public authority other than tax.',
  },
  {
    id: 'certificate',
    industry: 'government',
    name: 'Certificate',
    description: 'An authority or institution certifies a fact: marriage, birth, incorporation, training.',
  },
  {
    id: 'business_card',
    industry: 'general',
    name: 'Business card',
    description: 'A card with the name, role and contact of a person.',
  },
  { id: 'email', industry: 'general', name: 'E-mail', description: 'An electronic message, or a print of one.' },
  {
    id: 'letter',
    industry: 'general',
    name: 'Letter',
    description: 'Correspondence with an address, salutation and close.',
  },
  {
    id: 'termination',
    industry: 'general',
    name: 'Termination',
    description: 'Somebody ends a contract, a subscription, a membership, a tenancy or employment.',
  },
  {
    id: 'complaint',
    industry: 'general',
    name: 'Complaint',
    description: 'A customer complains of goods or services: letters and forms.',
  },
  {
    id: 'memo',
    industry: 'general',
    name: 'Memo',
    description: 'An internal note with sender, addressee and subject.',
  },
  { id: 'report', industry: 'general', name: 'Report', description: 'Reports, studies, papers and minutes.' },
  { id: 'presentation', industry: 'general', name: 'Presentation', description: 'Slides.' },
  { id: 'generic', industry: 'general', name: 'Other', description: 'No known type.' },
] as const satisfies readonly DocumentTypeEntry[];

export type DocumentTypeId = (typeof DOCUMENT_TYPES)[number]['id'];
