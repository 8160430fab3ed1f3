// What is true of the documents of each set, in the words of the built-in schemas: for the simulated model, and for nobody else.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const lines = async (path) =>
  (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const given = (...values) =>
  values
    .flat()
    .filter((value) => value !== null && value !== undefined && value !== '')
    .map(String);

const text = (...values) => ({ kind: 'text', values: given(...values) });
const money = (...values) => ({ kind: 'money', values: given(...values) });
const date = (order, ...values) => ({ kind: 'date', order, values: given(...values) });
const duration = (...values) => ({ kind: 'duration', values: given(...values) });
const currency = (...values) => ({ kind: 'currency', values: given(...values) });
const rows = (list) => ({ rows: list });

const ofReceipt = ({ company, date: day, address, total }) => ({
  merchantName: text(company),
  transactionDate: date('dmy', day),
  merchantAddress: text(address),
  total: money(total),
});

const ofInvoice = (truth) => ({
  invoiceNumber: text(truth.invoice_number),
  issueDate: date('dmy', truth.issue_date),
  dueDate: date('dmy', truth.due_date),
  vendorName: text(truth.seller),
  customerName: text(truth.buyer),
  vendorTaxId: text(truth.seller_tax_ids),
  currency: currency(truth.currency),
  subtotal: money(truth.line_total, truth.tax_basis_total),
  totalTax: money(truth.tax_total),
  total: money(truth.grand_total),
  iban: text(truth.iban),
  lineItems: rows(
    truth.line_items
      .filter(({ name, total }) => name && total)
      .map(({ name, qty, total }) => ({
        description: text(name),
        quantity: money(qty),
        amount: { ...money(total), isNeeded: true },
      })),
  ),
});

const ofContract = (answers, names) => ({
  title: text(answers['Document Name']),
  agreementDate: date('mdy', answers['Agreement Date']),
  effectiveDate: date('mdy', answers['Effective Date']),
  expirationDate: date('mdy', answers['Expiration Date']),
  renewalTerm: duration(answers['Renewal Term']),
  noticePeriod: duration(answers['Notice Period To Terminate Renewal']),
  governingLaw: text(answers['Governing Law'].split(';').map((law) => law.split(',')[0])),
  parties: rows(names.map((name) => ({ name: text(name) }))),
});

/** The manifest's words for types, where they are not our own. */
const TYPE_OF = { order: 'purchase_order' };

/**
 * Each set: its folder and the scorer's task; `truths` gives by the scorer's id of a document its type and its fields:
 * `{kind, values, order}`, any of the values being right, or `{rows}` of such.
 */
export const SETS = {
  sroie: {
    folder: 'receipts_sroie',
    task: ['sroie'],
    truths: async (folder) =>
      (await lines(join(folder, 'truth.jsonl'))).map(({ id, fields }) => [
        id,
        { type: 'receipt', truths: ofReceipt(fields) },
      ]),
  },
  zugferd: {
    folder: 'invoices_zugferd',
    task: ['zugferd', '--stripped'],
    truths: async (folder) =>
      (await lines(join(folder, 'truth.jsonl'))).map(({ id, fields }) => [
        id,
        { type: 'invoice', truths: ofInvoice(fields) },
      ]),
  },
  contracts: {
    folder: 'contracts_cuad',
    task: ['contracts'],
    truths: async (folder, { partyNames }) =>
      (await lines(join(folder, 'truth.jsonl'))).map(({ id, answers }) => [
        id,
        { type: 'contract', truths: ofContract(answers, partyNames(answers.Parties ?? '')) },
      ]),
  },
  doctype: {
    folder: 'doc_types',
    task: ['doctype'],
    truths: async (folder) =>
      (await lines(join(folder, 'manifest.jsonl'))).map(({ path, type }) => [
        path,
        { type: TYPE_OF[type] ?? type, truths: {} },
      ]),
  },
};
