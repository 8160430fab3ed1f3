// The table at the end: what each file is, what it says, and what did not work.
import { aligned, clean, clip, lengthOf, wrapped } from './layout.mjs';

const HEADER = ['File', 'Type', 'Conf.', 'Seconds', 'Engine', 'What it says'];
const CONFIDENCE = 2;
const SECONDS = 3;
const NAME_WIDTH = 36;
const VALUE_WIDTH = 34;
const FIELDS = 4;
const INDENT = ' '.repeat(6);

/** What a reader asks first of a document of a type; where these are missing, the fields in their own order follow. */
const MAIN_FIELDS = {
  invoice: ['invoiceNumber', 'vendorName', 'issueDate', 'total'],
  credit_note: ['invoiceNumber', 'vendorName', 'issueDate', 'total'],
  utility_bill: ['invoiceNumber', 'vendorName', 'dueDate', 'total'],
  receipt: ['merchantName', 'transactionDate', 'total', 'receiptNumber'],
  purchase_order: ['poNumber', 'vendorName', 'orderDate', 'total'],
  bank_statement: ['accountHolder', 'iban', 'openingBalance', 'closingBalance'],
  tax_form: ['formName', 'taxYear', 'taxpayerName', 'taxpayerId'],
  contract: ['title', 'effectiveDate', 'expirationDate', 'governingLaw'],
  identity_document: ['documentNumber', 'lastName', 'firstName', 'dateOfBirth'],
  court_filing: ['caseNumber', 'court', 'filingDate', 'title'],
  medical_record: ['patientName', 'dateOfBirth', 'encounterDate', 'facility'],
};

/** Refusals that are the file's own doing: nothing is broken where a folder holds such files. */
const FILES_FAULT = new Set([
  'unsupported_media_type',
  'document_too_large',
  'empty_file',
  'encrypted_document',
  'corrupt_document',
  'no_pages',
  'image_too_large',
  'decompression_bomb',
  'archive_too_large',
]);

export const isUnderWay = ({ status }) => status === 'queued' || status === 'processing';

/** The steps of a document as a person would say them. */
export const stepOf = ({ status, stage }) => (status === 'processing' ? `processing, ${stage}` : status);

/**
 * The lines of the table. A result is {name, document, children} or {name, error}; children are results too.
 * Where the table is wider than `columns`, what a file says stands below its line instead of beside it.
 */
export function tableOf(results, columns = Infinity) {
  const rows = results.flatMap((result) => rowsOf(result, 0));
  const style = { toTheRight: [CONFIDENCE, SECONDS] };
  const lines = aligned(HEADER, rows, style);
  if (Math.max(...lines.map(lengthOf)) <= columns) return lines;
  const withoutLast = (row) => row.slice(0, -1);
  const [header, dashes, ...short] = aligned(withoutLast(HEADER), rows.map(withoutLast), style);
  const below = (row) => wrapped(row.at(-1), columns - INDENT.length).map((line) => INDENT + line);
  return [header, dashes, ...rows.flatMap((row, index) => [short[index], ...below(row)])];
}

function rowsOf(result, depth) {
  const name = `${'  '.repeat(depth)}${depth > 0 ? '+ ' : ''}${clip(result.name, NAME_WIDTH)}`;
  if (result.error) return [[name, '', '', '', '', `FAILED ${result.error.code}: ${result.error.message}`]];
  const { document, children } = result;
  const { classification } = document;
  const row = [
    name,
    classification?.type ?? '',
    classification ? classification.confidence.toFixed(2) : '',
    secondsOf(document).toFixed(1),
    engineOf(document),
    [troubleOf(document), saysOf(document)].filter(Boolean).join(': '),
  ];
  return [row, ...children.flatMap((child) => rowsOf(child, depth + 1))];
}

const secondsOf = ({ createdAt, completedAt }) =>
  completedAt ? Math.max(0, (Date.parse(completedAt) - Date.parse(createdAt)) / 1000) : 0;

const engineOf = ({ classification, receipt }) =>
  [receipt?.ocrPages > 0 && 'ocr', classification?.origin?.engine].filter(Boolean).join('+');

function troubleOf({ status, error, receipt }) {
  if (status === 'succeeded') return '';
  const reasons = [error?.code, ...(receipt?.warnings ?? [])].filter(Boolean);
  return [status.toUpperCase(), reasons.join(', ')].filter(Boolean).join(' ');
}

const saysOf = (document) => (document.triage ? triageOf(document.triage) : fieldsOf(document));

function triageOf({ category, priority, summary }) {
  const sentence = /^.*?[.!?](?=\s|$)/su.exec(summary.text)?.[0] ?? summary.text;
  return `${category.name}, ${priority.level}: ${clean(sentence).trim()}`;
}

function fieldsOf({ extraction, classification }) {
  const found = (extraction?.fields ?? []).filter(({ value }) => value !== null && value !== '');
  const wanted = MAIN_FIELDS[classification?.type] ?? [];
  const rank = ({ name }) => (wanted.includes(name) ? wanted.indexOf(name) : wanted.length);
  return found
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, FIELDS)
    .map(({ name, value, currency, grounding }) => {
      const page = grounding ? ` (p.${grounding.page})` : '';
      return `${name} ${clip(value, VALUE_WIDTH)}${currency ? ` ${currency}` : ''}${page}`;
    })
    .join(' | ');
}

const flat = (results) => results.flatMap((result) => [result, ...flat(result.children ?? [])]);

/** Counts by outcome; `unexpected` is what should make the demo fail. A sample has no right to be refused. */
export function totalsOf(results, { ownSamples }) {
  const all = flat(results);
  const codeOf = ({ error, document }) => error?.code ?? document.error?.code ?? '';
  const hasFailed = ({ error, document }) => Boolean(error) || ['failed', 'cancelled'].includes(document.status);
  const isPartial = ({ document }) => document?.status === 'partial';
  const failed = all.filter(hasFailed);
  const unexpected = ownSamples
    ? all.filter((result) => hasFailed(result) || isPartial(result))
    : failed.filter((result) => !FILES_FAULT.has(codeOf(result)));
  return {
    files: results.length,
    children: all.length - results.length,
    partial: all.filter(isPartial).length,
    failed: failed.length,
    unexpected: unexpected.length,
    pages: all.reduce((sum, { document }) => sum + (document?.receipt?.pages.total ?? 0), 0),
    fields: all.reduce((sum, { document }) => sum + (document?.extraction?.fields ?? []).filter(isFound).length, 0),
  };
}

const isFound = ({ value, items }) => value !== null || (items?.length ?? 0) > 0;
