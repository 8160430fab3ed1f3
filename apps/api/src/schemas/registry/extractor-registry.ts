import { AppError } from '@app/kernel';
import type { ExtractionSchema, FieldSpec } from '../domain/schema-model.js';
import { bankStatement } from './bank-statement.extractor.js';
import { contract } from './contract.extractor.js';
import { deliveryNote } from './delivery-note.extractor.js';
import { expenseReport } from './expense-report.extractor.js';
import { generic } from './generic.extractor.js';
import { governmentForm } from './government-form.extractor.js';
import { identityDocument } from './identity-document.extractor.js';
import { insuranceClaim } from './insurance-claim.extractor.js';
import { insurancePolicy } from './insurance-policy.extractor.js';
import { invoice } from './invoice.extractor.js';
import { legalDocument } from './legal-document.extractor.js';
import { medicalRecord } from './medical-record.extractor.js';
import { paymentReminder } from './payment-reminder.extractor.js';
import { payslip } from './payslip.extractor.js';
import { purchaseOrder } from './purchase-order.extractor.js';
import { receipt } from './receipt.extractor.js';
import { resume } from './resume.extractor.js';
import { taxForm } from './tax-form.extractor.js';
import { termination } from './termination.extractor.js';
import { utilityBill } from './utility-bill.extractor.js';

/** Document types that must have an extractor. */
export const EXTRACTABLE_TYPES = [
  'invoice',
  'receipt',
  'purchase_order',
  'contract',
  'bank_statement',
  'identity_document',
  'medical_record',
  'tax_form',
  'government_form',
  'legal_document',
  'utility_bill',
  'payment_reminder',
  'expense_report',
  'payslip',
  'delivery_note',
  'insurance_claim',
  'insurance_policy',
  'resume',
  'termination',
  'generic',
] as const;

const EXTRACTORS: readonly ExtractionSchema[] = [
  invoice,
  receipt,
  purchaseOrder,
  contract,
  bankStatement,
  identityDocument,
  medicalRecord,
  taxForm,
  governmentForm,
  legalDocument,
  utilityBill,
  paymentReminder,
  expenseReport,
  payslip,
  deliveryNote,
  insuranceClaim,
  insurancePolicy,
  resume,
  termination,
  generic,
];

const broken = (detail: string): AppError => new AppError('extractor_registry_broken', 'bug', { detail });

function checkFields(schema: string, fields: readonly FieldSpec[]): void {
  const names = new Set(fields.map((field) => field.name));
  if (names.size !== fields.length) throw broken(`${schema} has two fields of one name.`);
  for (const field of fields) {
    if (field.type === 'list' && !field.fields?.length)
      throw broken(`${schema}.${field.name} is a list without columns.`);
    if (field.pattern !== undefined) new RegExp(field.pattern, 'u');
    if (field.fields) checkFields(`${schema}.${field.name}`, field.fields);
  }
}

/** Schemas by key. Throws where a type has no extractor or two, or where a schema contradicts itself. */
export function indexExtractors(
  schemas: readonly ExtractionSchema[],
  types: readonly string[] = EXTRACTABLE_TYPES,
): ReadonlyMap<string, ExtractionSchema> {
  const index = new Map<string, ExtractionSchema>();
  for (const schema of schemas) {
    if (index.has(schema.key)) throw broken(`Two extractors for ${schema.key}.`);
    checkFields(schema.key, schema.fields);
    index.set(schema.key, schema);
  }
  const missing = types.filter((type) => !index.has(type));
  if (missing.length > 0) throw broken(`No extractor for ${missing.join(', ')}.`);
  return index;
}

const INDEX = indexExtractors(EXTRACTORS);

export const builtInSchemas = (): readonly ExtractionSchema[] => [...INDEX.values()];

/** The built-in schema with this id; null where there is none. */
export const builtInSchema = (id: string): ExtractionSchema | null =>
  EXTRACTORS.find((schema) => schema.id === id) ?? null;

/** The schema for a classified document: its type's own or that of a type with the same fields, else the generic one. */
export const schemaForType = (type: string | null): ExtractionSchema =>
  INDEX.get(type ?? 'generic') ?? EXTRACTORS.find((schema) => schema.alsoFor?.includes(type ?? '')) ?? generic;
