import type { ExtractionSchema } from '../domain/schema-model.js';
import { AMOUNT_DUE, TOTAL } from './total-labels.js';
import { BIC, CURRENCY, DISCOUNT, IBAN, PAYMENT_TERMS, SUBTOTAL, TAX } from './common-labels.js';
import { labelsOf } from '../domain/schema-model.js';
import { DECOYS } from './decoys.js';
import { DESCRIPTION, PRODUCT_CODE, QUANTITY, TAX_RATE, UNIT } from './column-labels.js';
import { LINE_AMOUNT, UNIT_PRICE } from './column-amount-labels.js';
import { CUSTOMER_NUMBER, INVOICE_NUMBER, ORDER_NUMBER, SELLER_TAX_ID } from './invoice-labels.js';
import { DUE_DATE, ISSUE_DATE, SERVICE_END, SERVICE_START } from './invoice-date-labels.js';
import { BUYER, SELLER, SHIP_TO } from './party-labels.js';
import {
  address,
  column,
  currency,
  date,
  identifier,
  money,
  moneyColumn,
  numberColumn,
  party,
  rows,
} from './fields.js';

export const LINE_ITEM_COLUMNS = [
  column('description', DESCRIPTION),
  numberColumn('quantity', QUANTITY),
  column('unit', UNIT),
  moneyColumn('unitPrice', UNIT_PRICE),
  column('taxRate', TAX_RATE),
  column('productCode', PRODUCT_CODE),
  moneyColumn('amount', LINE_AMOUNT),
] as const;

export const invoice: ExtractionSchema = {
  id: 'sch_invoice',
  key: 'invoice',
  version: 1,
  name: 'Invoice',
  description: 'A request for payment: who asks whom for how much, for what, until when',
  documentType: 'invoice',
  alsoFor: ['credit_note'],
  fields: [
    identifier('invoiceNumber', INVOICE_NUMBER, {
      concept: 'document-number',
      required: true,
      priority: 'high',
      weakLabels: ['#', 'document', 'documento', 'reference'],
    }),
    date('issueDate', ISSUE_DATE, { concept: 'main-date', required: true, priority: 'high' }),
    date('dueDate', DUE_DATE, { concept: 'later-date' }),
    party('vendorName', SELLER, { concept: 'issuer-name', required: true, priority: 'high' }),
    address('vendorAddress', {}, { concept: 'issuer-address' }),
    identifier('vendorTaxId', SELLER_TAX_ID, { concept: 'tax-id' }),
    party('customerName', BUYER, { concept: 'recipient-name', priority: 'high' }),
    address('customerAddress', {}, { concept: 'recipient-address' }),
    identifier('customerId', CUSTOMER_NUMBER),
    identifier('purchaseOrder', ORDER_NUMBER),
    currency('currency', CURRENCY, { concept: 'currency' }),
    money('subtotal', SUBTOTAL, { concept: 'subtotal' }),
    money('totalTax', TAX, { concept: 'tax' }),
    money('totalDiscount', DISCOUNT, { concept: 'discount', priority: 'low' }),
    money('total', TOTAL, { concept: 'total', required: true, priority: 'high' }),
    money('amountDue', AMOUNT_DUE, { concept: 'due' }),
    identifier('iban', IBAN, { concept: 'iban' }),
    identifier('bic', BIC, { concept: 'bic' }),
    identifier('paymentTerms', PAYMENT_TERMS, { concept: 'free-text', priority: 'low' }),
    date('serviceStartDate', SERVICE_START, { concept: 'period-start', priority: 'low' }),
    date('serviceEndDate', SERVICE_END, { concept: 'period-end', priority: 'low' }),
    rows('lineItems', {}, LINE_ITEM_COLUMNS),
  ],
  rules: [
    { kind: 'sum', name: 'subtotal_plus_tax_is_total', of: ['subtotal', 'totalTax'], equals: 'total' },
    { kind: 'line-sum', name: 'lines_add_up', list: 'lineItems', column: 'amount', equalsOneOf: ['subtotal', 'total'] },
    { kind: 'date-order', name: 'issue_before_due', first: 'issueDate', second: 'dueDate' },
    { kind: 'date-order', name: 'service_start_before_end', first: 'serviceStartDate', second: 'serviceEndDate' },
    { kind: 'not-above', name: 'tax_below_total', field: 'totalTax', limit: 'total' },
  ],
  decoys: [...DECOYS, ...labelsOf(SHIP_TO)],
};
