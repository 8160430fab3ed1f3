import { findDates, findMoney, foldKeepingOffsets } from '@app/text';
import type { Analysis } from './analysis.js';
import type { Fact } from './triage-model.js';

export type FactKind = 'reference' | 'amount' | 'date';

export interface FoundFact extends Fact {
  readonly kind: FactKind;
  /** The value with its label where it has one: `order no. 48213`. */
  readonly mention: string;
  /** Where it stands in the text of the analysis. */
  readonly start: number;
}

/** Folded words before a number that a sender gives so that it comes back in the answer; never account or card numbers. */
const LABELS = [
  'orders?|invoices?|tickets?|cases?|reference|ref|booking|reservation|tracking|contract|purchase order|customer|claim|rma|quote|request|policy|po',
  'bestell(?:ung|nummer|nr)?|rechnung(?:snummer|snr)?|auftrag(?:snummer|snr)?|kundennummer|vorgang(?:snummer)?|vertrag(?:snummer)?|sendung(?:snummer)?|buchung(?:snummer)?|aktenzeichen|angebot(?:snummer)?',
  'commande|facture|dossier|reference|reservation|contrat|colis|devis|client',
  'pedido|factura|referencia|reserva|contrato|expediente|presupuesto|albaran|encomenda|fatura|referencia|orcamento|processo|protocolo',
  'ordine|fattura|riferimento|prenotazione|contratto|pratica|preventivo|spedizione',
  'bestelling|bestelnummer|factuur(?:nummer)?|referentie|reservering|zending|offerte|dossiernummer|klantnummer',
].join('|');

/** Over folded text: `n.º` is `n.o` there. */
const REFERENCE = new RegExp(
  `(?<![a-z\\d])(?:${LABELS})(?:[ \\t]{0,2}(?:no|nr|number|num|id|nummer|n|numero|n°|n\\.o|code|confirmation))?[.:#° \\t]{0,5}(?:\\(?#?)([a-z]{0,6}[-/]?\\d[\\da-z]*(?:[-/][\\da-z]+){0,4})(?![a-z\\d])`,
  'g',
);
const LEAST_DIGITS = 3;
const LONGEST_REFERENCE = 30;
const MOST_FACTS = 6;
const QUOTE_MARGIN = 30;

/** References, amounts and complete dates of the matter, each with the words around it as they stand in the mail. */
export function factsOf(analysis: Analysis): FoundFact[] {
  const body = analysis.text.slice(analysis.contentStart, analysis.contentEnd);
  if (!/\d/.test(body)) return [];
  const facts = new Map<string, FoundFact>();
  const add = (kind: FactKind, value: string, start: number, end: number): void => {
    if (!facts.has(value) && facts.size < MOST_FACTS) {
      const mention = body.slice(start, end).replace(/\s+/g, ' ');
      const quote = quoteAround(body, start, end);
      facts.set(value, { kind, value, mention, quote, start: analysis.contentStart + start });
    }
  };
  for (const match of foldKeepingOffsets(body).matchAll(REFERENCE)) {
    const end = match.index + match[0].length;
    const value = body.slice(end - (match[1] ?? '').length, end);
    if (value.replace(/\D/g, '').length >= LEAST_DIGITS && value.length <= LONGEST_REFERENCE)
      add('reference', value, match.index, end);
  }
  for (const money of findMoney(body)) {
    if (money.currency !== null)
      add('amount', body.slice(money.start, money.end).replace(/\s+/g, ' '), money.start, money.end);
  }
  for (const date of findDates(body, { language: analysis.language.code })) {
    add('date', body.slice(date.start, date.end).replace(/\s+/g, ' '), date.start, date.end);
  }
  return [...facts.values()];
}

/** The match with its line around it, at most thirty characters on each side, cut at blanks. */
function quoteAround(body: string, start: number, end: number): string {
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = body.indexOf('\n', end);
  const from = Math.max(lineStart, start - QUOTE_MARGIN);
  const until = Math.min(lineEnd < 0 ? body.length : lineEnd, end + QUOTE_MARGIN);
  const head = from === lineStart ? from : wordStart(body, from, start);
  const tail = until === body.length || body[until] === '\n' ? until : wordEnd(body, until, end);
  return body.slice(head, tail).trim();
}

function wordStart(body: string, from: number, most: number): number {
  const blank = body.indexOf(' ', from);
  return blank < 0 || blank > most ? most : blank + 1;
}

function wordEnd(body: string, until: number, least: number): number {
  const blank = body.lastIndexOf(' ', until);
  return blank < least ? least : blank;
}
