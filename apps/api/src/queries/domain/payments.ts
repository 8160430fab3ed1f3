import { findMoney, fold, type MoneyMatch, splitSentences } from '@app/text';
import type { FoundAnswer, Passage } from './answer.js';
import type { PaymentRole } from './question.js';

/** An amount with what its sentence says about who gives and who gets it. */
interface Payment {
  readonly passage: Passage;
  readonly sentence: { readonly start: number; readonly end: number };
  readonly money: MoneyMatch;
  readonly payer: string;
  readonly payee: string;
}

const SENTENCE_PART = 80;
const CHARGED =
  /\b(?:charged?|(?:pre-?)?authori[sz]ed|billed|debited|withdrawn|belastet|abgebucht|cargad[oa]|debitad[oa]|débité|addebitat[oa])\b/iu;
const CHARGES = /^(.*?)\b(?:has|have|had)\s+(?:charged|billed|debited)\b/iu;
const SENT =
  /\b(?:sent|paid|transferred|wired|überwiesen|bezahlt|gezahlt|pagad[oa]|enviad[oa]|transferid[oa]|payé|versé|pagat[oa]|inviat[oa])\b/iu;
const RECEIVED = /\b(?:received|credited|erhalten|recibid[oa]|reçu|ricevut[oa]|recebid[oa])\b/iu;
const BY = /\b(?:by|von|durch|por|par|da)\s+(.+)/isu;
const TO = /\b(?:to|an|a|à)\s+(.+)/isu;
const FROM = /\b(?:from|von|de|da)\s+(.+)/isu;

const RECEIPT =
  /\b(?:receipt|payment (?:received|confirmation|of)|(?:booking|order|purchase) confirm\w*|thank you for your (?:payment|order|purchase)|quittung|zahlungs(?:eingang|bestätigung)|(?:buchungs|bestell)bestätigung|recibo|reçu|ricevuta|quittance)\b/iu;
/** What stands before the amount that was paid, the surest first. */
const PAID_LABELS = [
  /(?:amount\s+(?:charged|paid)|total\s+(?:charged|paid)|payment\s+of|gezahlter\s+betrag|importe\s+pagado|montant\s+payé)\W{0,4}$/iu,
  /(?:grand\s+total|total|gesamt(?:betrag|summe)?|summe|importe|montant|totale)\W{0,4}$/iu,
  /(?:paid|bezahlt|pagado|payé|pagato)\W{0,4}$/iu,
] as const;

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** Words of a company's legal form do not tell one from another. */
const FORMS = new Set([
  'inc',
  'llc',
  'ltd',
  'gmbh',
  'ag',
  'co',
  'corp',
  'plc',
  'pllc',
  'sa',
  'sl',
  'srl',
  'bv',
  'the',
  'and',
  'mr',
  'mrs',
  'ms',
  'dr',
]);

function names(party: string, text: string): boolean {
  const parts = wordsOf(party);
  const telling = parts.filter((word) => !FORMS.has(word));
  const there = new Set(wordsOf(text));
  return (telling.length > 0 ? telling : parts).every((word) => there.has(word));
}

const firstLine = (text: string): string => /^[^\n|]*/.exec(text)?.[0] ?? '';
const lastLine = (text: string): string => /[^\n|]*$/.exec(text)?.[0] ?? '';

const behind = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? '';

/** Who pays whom, by the verb before the amount and the words behind it. */
function rolesOf(before: string, after: string): Pick<Payment, 'payer' | 'payee'> {
  const received = RECEIVED.exec(before);
  if (received) return { payee: before.slice(0, received.index), payer: behind(FROM, after) };
  const active = behind(CHARGES, before);
  if (active !== '') return { payee: active, payer: '' };
  const charged = CHARGED.exec(before);
  if (charged) return { payee: behind(BY, after), payer: before.slice(0, charged.index) };
  const sent = SENT.exec(before);
  return sent ? { payer: before.slice(0, sent.index), payee: behind(TO, after) } : { payer: '', payee: '' };
}

/** `$2 500.00`: where a comma was lost, three digits and a fraction after the space belong to the amount. */
function whole(text: string, money: MoneyMatch): MoneyMatch {
  const rest = /^(?:[ \u00a0]\d{3})+\.\d{2}(?!\d)/.exec(text.slice(money.end, money.end + 20));
  if (money.decimals > 0 || !rest || !/\d$/.test(text.slice(money.start, money.end))) return money;
  return { ...money, value: money.value + rest[0].replace(/\s/g, ''), decimals: 2, end: money.end + rest[0].length };
}

function paymentsIn(passage: Passage): Payment[] {
  const monies = findMoney(passage.text)
    .filter(({ currency }) => currency !== null)
    .map((money) => whole(passage.text, money));
  if (monies.length === 0) return [];
  return splitSentences(passage.text, passage.language).flatMap((sentence) =>
    monies
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map((money) => {
        const before = passage.text.slice(Math.max(sentence.start, money.start - SENTENCE_PART), money.start);
        const after = passage.text.slice(money.end, Math.min(sentence.end, money.end + SENTENCE_PART));
        return { passage, sentence, money, ...rolesOf(lastLine(before), firstLine(after)) };
      }),
  );
}

/** Amounts that a receipt says were paid to the one that it comes from, by their labels. */
function receiptTotals(payments: readonly Payment[]): Payment[] {
  for (const label of PAID_LABELS) {
    const labelled = payments.filter(({ passage, money }) =>
      label.test(passage.text.slice(Math.max(0, money.start - 30), money.start)),
    );
    if (labelled.length > 0) return labelled;
  }
  return new Set(payments.map(({ money }) => money.value)).size === 1 ? [...payments] : [];
}

const HEADER = /^(?:subject|from|betreff|von|de|asunto|objet|oggetto|da|assunto)\s*:.*$/gimu;

/** The one that a receipt comes from stands in the head of the message, or is named again and again. */
function isIssuer(party: string, text: string): boolean {
  const head = (text.match(HEADER) ?? []).join('\n');
  return names(party, head) || text.split('\n').filter((line) => names(party, line)).length > 1;
}

function paidOnReceipt(party: string, payments: readonly Payment[]): Payment[] {
  const byDocument = Map.groupBy(payments, ({ passage }) => passage.documentId);
  return [...byDocument.values()].flatMap((own) => {
    const text = [...new Set(own.map(({ passage }) => passage.text))].join('\n');
    // Where sentences name a payee, they decide, and the sender of the message is somebody else.
    if (own.some(({ payee }) => payee.trim() !== '') || !RECEIPT.test(text) || !isIssuer(party, text)) return [];
    return receiptTotals(own);
  });
}

const answerOf = ({ passage, sentence, money }: Payment): FoundAnswer => ({
  passage,
  span: { start: passage.start + money.start, end: passage.start + money.end },
  sentence: { start: passage.start + sentence.start, end: passage.start + sentence.end },
  answer: passage.text.slice(money.start, money.end),
  evidence: 1,
  score: 1,
});

/**
 * Amounts that were paid to, or by, the named party: by sentences that say who paid whom, or, for a payee, by the totals
 * of a receipt that names it. Each amount once; none where the passages do not say it.
 */
export function findPayments({ role, party }: PaymentRole, passages: readonly Passage[]): FoundAnswer[] {
  const payments = passages.flatMap(paymentsIn);
  const stated = payments.filter((payment) => names(party, payment[role]));
  const paid = stated.length > 0 || role === 'payer' ? stated : paidOnReceipt(party, payments);
  const distinct = new Map<string, Payment>();
  for (const payment of paid) if (!distinct.has(payment.money.value)) distinct.set(payment.money.value, payment);
  return [...distinct.values()].map(answerOf);
}
