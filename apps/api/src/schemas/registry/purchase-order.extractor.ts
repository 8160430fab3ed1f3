import type { ExtractionSchema } from '../domain/schema-model.js';
import { CURRENCY, PAYMENT_TERMS, SUBTOTAL, TAX } from './common-labels.js';
import { TOTAL } from './total-labels.js';
import { DECOYS } from './decoys.js';
import { BUYER, SELLER, SHIP_TO } from './party-labels.js';
import { address, currency, date, identifier, money, party, rows } from './fields.js';
import { LINE_ITEM_COLUMNS } from './invoice.extractor.js';

export const purchaseOrder: ExtractionSchema = {
  id: 'sch_purchase_order',
  key: 'purchase_order',
  version: 1,
  name: 'Purchase order',
  description: 'An order of goods or services: who orders what from whom, at which price, for which day',
  documentType: 'purchase_order',
  alsoFor: ['quote', 'insertion_order'],
  fields: [
    identifier(
      'poNumber',
      {
        en: ['po #', 'purchase order #', 'p o #', 'order #', 'purchase order', 'po', 'order id', 'order reference'],
        de: ['bestellnummer', 'bestell #', 'bestellung #', 'auftragsnummer', 'bestellung'],
        fr: ['bon de commande #', '# de commande', 'commande #', 'numero de commande', 'bon de commande'],
        es: ['orden de compra #', 'pedido #', '# de pedido', 'numero de pedido', 'orden de compra'],
        it: ['ordine #', 'numero ordine', 'ordine di acquisto #', 'ordine'],
        pt: ['ordem de compra #', 'pedido #', 'encomenda #', 'ordem de compra'],
        nl: ['ordernummer', 'bestelnummer', 'inkooporder #', 'inkoopordernummer'],
      },
      { concept: 'document-number', required: true, priority: 'high' },
    ),
    date(
      'orderDate',
      {
        en: ['order date', 'po date', 'date of order', 'date', 'purchase order date', 'issue date'],
        de: ['bestelldatum', 'auftragsdatum', 'datum'],
        fr: ['date de commande', 'date'],
        es: ['fecha de pedido', 'fecha'],
        it: ['data ordine', 'data'],
        pt: ['data do pedido', 'data da encomenda', 'data'],
        nl: ['orderdatum', 'besteldatum', 'datum'],
      },
      { concept: 'main-date', required: true, priority: 'high' },
    ),
    date(
      'deliveryDate',
      {
        en: [
          'delivery date',
          'required date',
          'ship date',
          'due date',
          'requested delivery date',
          'expected delivery',
          'date required',
          'deliver by',
          'need by',
          'needed by',
          'required by',
          'required on',
          'delivery required',
          'delivery due',
        ],
        de: ['lieferdatum', 'liefertermin', 'lieferung bis', 'wunschtermin', 'liefern bis', 'lieferung am'],
        fr: ['date de livraison', 'livraison souhaitee'],
        es: ['fecha de entrega'],
        it: ['data di consegna', 'data consegna'],
        pt: ['data de entrega'],
        nl: ['leverdatum', 'levertijd'],
      },
      { concept: 'later-date' },
    ),
    party(
      'buyerName',
      { ...BUYER, en: ['buyer', 'ordered by', 'purchaser', 'bill to', 'company', 'from', 'invoice to'] },
      { concept: 'issuer-name', priority: 'high' },
    ),
    address('buyerAddress', {}, { concept: 'issuer-address' }),
    party(
      'vendorName',
      {
        ...SELLER,
        en: ['vendor', 'supplier', 'seller', 'to', 'vendor name', 'supplier name', 'purchase from', 'order to'],
      },
      { concept: 'recipient-name', priority: 'high' },
    ),
    address('vendorAddress', {}, { concept: 'recipient-address' }),
    address('shipToAddress', SHIP_TO, { concept: 'party-address' }),
    identifier('paymentTerms', PAYMENT_TERMS, { concept: 'free-text', priority: 'low' }),
    currency('currency', CURRENCY, { concept: 'currency' }),
    money('subtotal', SUBTOTAL, { concept: 'subtotal' }),
    money('totalTax', TAX, { concept: 'tax' }),
    money('total', TOTAL, { concept: 'total', required: true, priority: 'high' }),
    rows('lineItems', {}, LINE_ITEM_COLUMNS),
  ],
  rules: [
    { kind: 'sum', name: 'subtotal_plus_tax_is_total', of: ['subtotal', 'totalTax'], equals: 'total' },
    { kind: 'line-sum', name: 'lines_add_up', list: 'lineItems', column: 'amount', equalsOneOf: ['subtotal', 'total'] },
    { kind: 'date-order', name: 'order_before_delivery', first: 'orderDate', second: 'deliveryDate' },
  ],
  decoys: DECOYS,
};
