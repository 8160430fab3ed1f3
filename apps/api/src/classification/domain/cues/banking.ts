import { head, layout, pattern, ramp, text, tillShape, title, type TypeCues } from './cue-model.js';

export const BANK_STATEMENT: TypeCues = {
  type: 'bank_statement',
  names: ['bank statement', 'account statement', 'kontoauszug', 'releve', 'extracto', 'estratto conto', 'extrato'],
  cues: [
    title(
      'the title of an account statement',
      3.8,
      'bank statement | account statement | statement of account | checking account statement',
      'savings account statement | statement | account summary | account activity | transaction history',
      'kontoauszug | kontoubersicht | umsatzubersicht | releve de compte | releve bancaire | extracto bancario',
      'extracto de cuenta | estado de cuenta | estratto conto | extrato bancario | extrato de conta',
      'rekeningafschrift',
    ),
    text(
      'opening and closing balances',
      2.2,
      'opening balance | closing balance | beginning balance | ending balance | previous balance',
      'balance forward | balance brought forward | statement balance | new balance | available balance',
      'running balance | anfangssaldo | endsaldo | alter saldo | neuer saldo | kontostand | ancien solde',
      'nouveau solde | solde initial | saldo inicial | saldo final | saldo anterior | saldo iniziale',
      'saldo finale',
    ),
    text(
      'deposits and withdrawals',
      1.6,
      'deposits | withdrawals | direct deposit | ach payment | ach | pos purchase | debit card purchase',
      'online transfer | check deposit | atm withdrawal | standing order | direct debit | overdraft',
      'service fee | paid in | paid out | money in | money out | lastschrift | dauerauftrag | gutschrift',
      'uberweisung | virement | prelevement | domiciliacion | ingreso | bonifico | addebito | accredito',
    ),
    head(
      'a statement period',
      1.8,
      'statement period | statement date | for the period | account holder | account number | sort code',
      'routing number | iban | auszug nr | kontonummer | periode du | numero de compte | titular',
      'numero de cuenta | intestatario',
    ),
    text(
      'columns of debit and credit',
      1.4,
      'debit credit | date description debit | date description amount balance | debit credit balance',
      'withdrawals deposits balance | soll haben | buchungstag | wertstellung | valuta | date valeur',
      'debe haber | dare avere | data valuta | debit | credit',
    ),
    text(
      'a bank',
      0.6,
      'bank | member fdic | sparkasse | volksbank | banque | banco | banca | credit union | building society',
    ),
    text(
      'a supply by meter',
      -3,
      'meter number | meter reading | meter readings | kwh | electricity charges | gas charges | water charges',
      'zahlernummer | zahlerstand | numero de compteur | numero de contador | numero contatore',
    ),
    title('the title of an invoice', -2, 'invoice | tax invoice | rechnung | facture | factura | fattura'),
    text(
      'goods, their prices and the tax on them',
      -2,
      'sold to | unit price | line total | subtotal | sales tax | einzelpreis | zwischensumme | prix unitaire | total ht',
      'total ttc | precio unitario | base imponible | prezzo unitario | imponibile | preco unitario | stukprijs',
    ),
    layout('lines that end in amounts', 1, (page) => ramp(page.amountShare, 0.15, 0.4)),
    layout('running text', -2, (page) => ramp(page.prose, 0.5, 0.8)),
  ],
};

export const BANK_CHECK: TypeCues = {
  type: 'bank_check',
  names: ['check', 'cheque', 'scheck'],
  cues: [
    text(
      'an order to pay',
      4,
      'pay to the order of | pay to the | order of | zahlen sie gegen diesen scheck | payez contre ce cheque',
      'paguese por este cheque | pagate per questo assegno | pague por este cheque',
    ),
    text('an amount in words', 1, 'dollars | and 00 100 | void after | euro in buchstaben'),
    head('a memo line', 1, 'memo | for deposit only | authorized signature | cashiers check | verwendungszweck'),
    text('a bank', 0.7, 'bank | credit union | sparkasse | banque | banco | banca'),
    pattern('a line of magnetic ink', 2.5, /[⑆⑈⑉]|\|:\s?\d{9}\s?\|:/),
    layout('few words', 1.2, (page) => ramp(page.words, 110, 60)),
    layout('a tall and narrow page', -2.5, tillShape),
    layout('many words', -4, (page) => ramp(page.words, 120, 250)),
  ],
};

export const CREDIT_CARD: TypeCues = {
  type: 'credit_card',
  names: ['credit card', 'creditcard', 'debit card', 'payment card', 'kreditkarte', 'carte bancaire'],
  cues: [
    layout(
      'a payment card number with a right check digit',
      4,
      (page) => Number(page.hasCardNumber) * ramp(page.words, 120, 70),
    ),
    pattern('four groups of four digits', 2, /\b\d{4}\s\d{4}\s\d{4}\s\d{4}\b/),
    text(
      'an expiry as on cards',
      2.5,
      'valid thru | valid through | good thru | month year | expires end | valid from | member since',
      'gultig bis | expire fin | valida hasta | validade',
    ),
    text(
      'a card brand',
      1.6,
      'visa | mastercard | american express | maestro | discover | unionpay | diners club | jcb | debit',
      'credit | platinum | business card | world elite',
    ),
    text(
      'words on the back of a card',
      2,
      'not valid unless signed | authorized signature | security code | cvv | customer service',
      'customer services | this card is property | if found please return | property of the issuer',
    ),
    text('a bank', 0.6, 'bank | banque | banco | banca | sparkasse'),
    layout('few words', 1.2, (page) => ramp(page.words, 70, 40) * ramp(page.words, 1, 5)),
    layout('a tall and narrow page', -2.5, tillShape),
    layout('many words', -6, (page) => ramp(page.words, 70, 130)),
    layout('lines that end in amounts', -3, (page) => ramp(page.amountLines, 0, 3)),
  ],
};

export const FINANCIAL_STATEMENT: TypeCues = {
  type: 'financial_statement',
  names: ['balance sheet', 'income statement', 'annual accounts', 'jahresabschluss', 'bilanz'],
  cues: [
    title(
      'the title of company accounts',
      4,
      'balance sheet | income statement | statement of cash flows | consolidated financial statements',
      'financial statements | profit and loss | statement of operations | bilanz | jahresabschluss',
      'gewinn und verlustrechnung | bilan | compte de resultat | balance general | cuenta de resultados',
      'stato patrimoniale | conto economico | balanco patrimonial',
    ),
    text(
      'items of accounts',
      2,
      'total assets | total liabilities | shareholders equity | stockholders equity | retained earnings',
      'accounts receivable | net income | cost of sales | anlagevermogen | umlaufvermogen | eigenkapital',
      'verbindlichkeiten | umsatzerlose | total actif | capitaux propres | activo corriente | patrimonio netto',
      'total do ativo',
    ),
    text(
      'who sees to accounts',
      1,
      'independent auditor | notes to the financial statements | year ended | in thousands | fiscal year',
      'geschaftsjahr | abschlussprufer | commissaire aux comptes | ejercicio',
    ),
    layout('many figures', 0.8, (page) => ramp(page.digitShare, 0.15, 0.3)),
  ],
};
