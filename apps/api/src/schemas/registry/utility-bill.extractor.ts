import type { ExtractionSchema } from '../domain/schema-model.js';
import { invoice } from './invoice.extractor.js';
import { identifier, money, number } from './fields.js';

/** The numbers of an invoice that stand for something else on a bill of supply. */
const DECOYS = new Set(['previous balance', 'balance', 'opening balance', 'account #', 'deposit']);

/** What a bill of supply says of the supply itself. */
const SUPPLY = [
  identifier('meterNumber', {
    en: ['meter #', 'meter number', 'meter id', 'meter serial #', 'meter', 'meter point #', 'mpan', 'mprn'],
    de: ['zählernummer', 'zähler #', 'zähler', 'gerätenummer', 'messstelle', 'marktlokation'],
    fr: ['# de compteur', 'numero de compteur', 'compteur #', 'compteur', 'point de livraison', 'pdl'],
    es: ['# de contador', 'numero de contador', 'contador #', 'contador', 'numero contador', 'cups'],
    it: ['# contatore', 'numero contatore', 'matricola contatore', 'contatore', 'pod', 'pdr'],
    pt: ['# do contador', 'numero do contador', 'contador #', 'contador', 'cpe', 'cui'],
    nl: ['meternummer', 'meter #', 'ean code'],
  }),
  identifier(
    'supplyAddress',
    {
      en: [
        'supply address',
        'service address',
        'address of supply',
        'premises',
        'property address',
        'service location',
      ],
      de: ['verbrauchsstelle', 'lieferstelle', 'abnahmestelle', 'lieferadresse'],
      fr: [
        'adresse de fourniture',
        'lieu de consommation',
        'adresse de consommation',
        'adresse du lieu de consommation',
      ],
      es: ['direccion de suministro', 'punto de suministro', 'direccion del suministro'],
      it: ['indirizzo di fornitura', 'punto di fornitura', 'indirizzo fornitura'],
      pt: ['morada de fornecimento', 'local de consumo', 'morada do local de consumo'],
      nl: ['leveringsadres', 'verbruiksadres', 'aansluitadres'],
    },
    { concept: 'free-text' },
  ),
  number('previousReading', {
    en: [
      'previous reading',
      'prior reading',
      'last reading',
      'previous meter reading',
      'start reading',
      'opening reading',
    ],
    de: [
      'zählerstand alt',
      'alter zählerstand',
      'anfangszählerstand',
      'zählerstand anfang',
      'stand alt',
      'vorheriger zählerstand',
    ],
    fr: ['ancien index', 'index precedent', 'releve precedent', 'index debut', 'ancien releve'],
    es: ['lectura anterior', 'lectura inicial'],
    it: ['lettura precedente', 'lettura iniziale'],
    pt: ['leitura anterior', 'leitura inicial'],
    nl: ['beginstand', 'vorige meterstand', 'oude stand'],
  }),
  number('currentReading', {
    en: [
      'current reading',
      'present reading',
      'latest reading',
      'current meter reading',
      'end reading',
      'closing reading',
    ],
    de: [
      'zählerstand neu',
      'neuer zählerstand',
      'endzählerstand',
      'zählerstand ende',
      'stand neu',
      'aktueller zählerstand',
    ],
    fr: ['nouvel index', 'index actuel', 'releve actuel', 'index fin', 'nouveau releve'],
    es: ['lectura actual', 'lectura final'],
    it: ['lettura attuale', 'lettura finale'],
    pt: ['leitura atual', 'leitura actual', 'leitura final'],
    nl: ['eindstand', 'huidige meterstand', 'nieuwe stand'],
  }),
  number('consumption', {
    en: [
      'consumption',
      'usage',
      'units used',
      'total usage',
      'energy used',
      'total consumption',
      'units consumed',
      'kwh used',
    ],
    de: ['verbrauch', 'gesamtverbrauch', 'stromverbrauch', 'gasverbrauch', 'verbrauch kwh', 'wasserverbrauch'],
    fr: ['consommation', 'consommation totale', 'conso', 'consommation facturee'],
    es: ['consumo', 'consumo total', 'consumo facturado', 'energia consumida'],
    it: ['consumo', 'consumo totale', 'consumi', 'consumo fatturato'],
    pt: ['consumo', 'consumo total', 'consumo faturado'],
    nl: ['verbruik', 'totaal verbruik', 'totaalverbruik'],
  }),
  identifier('consumptionUnit', {}, { concept: 'unit-of-use', priority: 'low' }),
  // What was owed and what was paid are no items of this bill.
  money(
    'previousBalance',
    {
      en: [
        'previous balance',
        'balance brought forward',
        'opening balance',
        'last bill',
        'balance from last bill',
        'prior balance',
      ],
      de: ['alter saldo', 'saldo vorperiode', 'saldovortrag', 'offener saldo', 'letzte rechnung'],
      fr: ['solde precedent', 'ancien solde', 'solde anterieur'],
      es: ['saldo anterior', 'deuda anterior', 'importe anterior'],
      it: ['saldo precedente', 'importi precedenti', 'saldo bollette precedenti'],
      pt: ['saldo anterior', 'divida anterior'],
      nl: ['vorig saldo', 'openstaand saldo'],
    },
    { concept: 'balance' },
  ),
  money(
    'paymentsReceived',
    {
      en: ['payment received', 'payments received', 'payments', 'payment', 'less payments', 'payment thank you'],
      de: ['geleistete abschläge', 'geleistete zahlungen', 'abschlagszahlungen', 'gezahlte abschläge', 'zahlungen'],
      fr: ['paiements recus', 'acomptes verses', 'paiement recu', 'mensualites versees'],
      es: ['pagos recibidos', 'pago recibido', 'pagos realizados'],
      it: ['pagamenti ricevuti', 'acconti versati', 'acconti'],
      pt: ['pagamentos recebidos', 'pagamento recebido', 'pagamentos efetuados'],
      nl: ['ontvangen betalingen', 'betaalde voorschotten', 'voorschotten', 'betaald'],
    },
    { concept: 'balance' },
  ),
];

/** An invoice, with the same names, and what was supplied through which meter. */
export const utilityBill: ExtractionSchema = {
  ...invoice,
  id: 'sch_utility_bill',
  key: 'utility_bill',
  version: 1,
  name: 'Utility bill',
  description: 'An invoice for electricity, gas, water, heat or telephone: meter, readings, consumption, balances',
  documentType: 'utility_bill',
  alsoFor: [],
  fields: [
    ...invoice.fields.map((field) =>
      field.name === 'customerId'
        ? {
            ...field,
            labels: {
              ...field.labels,
              en: [...(field.labels.en ?? []), 'account #', 'account number'],
              de: [...(field.labels.de ?? []), 'vertragskonto', 'vertragskontonummer', 'vertragsnummer'],
              fr: [...(field.labels.fr ?? []), 'reference client', '# de contrat'],
              es: [...(field.labels.es ?? []), '# de contrato', 'contrato #'],
            },
          }
        : field.name === 'customerName'
          ? {
              ...field,
              labels: { ...field.labels, es: [...(field.labels.es ?? []), 'titular', 'titular del contrato'] },
            }
          : field,
    ),
    ...SUPPLY,
  ],
  decoys: invoice.decoys.filter((label) => !DECOYS.has(label)),
};
