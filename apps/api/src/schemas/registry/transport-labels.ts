import type { Labels } from '../domain/schema-model.js';

/** Names under which papers that travel with goods print who sends and who receives them. */
export const SENDER: Labels = {
  en: ['shipper', 'sender', 'ship from', 'shipped from', 'consignor', 'supplier', 'from', 'vendor', 'exporter'],
  de: ['absender', 'versender', 'lieferant', 'verlader'],
  fr: ['expediteur', 'chargeur', 'fournisseur', 'remettant'],
  es: ['remitente', 'expedidor', 'cargador', 'proveedor', 'emisor'],
  it: ['mittente', 'cedente', 'speditore', 'caricatore', 'fornitore'],
  pt: ['expedidor', 'remetente', 'carregador', 'fornecedor'],
  nl: ['afzender', 'verzender', 'leverancier'],
};
export const RECIPIENT: Labels = {
  en: [
    'consignee',
    'ship to',
    'deliver to',
    'delivered to',
    'delivery address',
    'recipient',
    'shipping address',
    'sold to',
    'customer',
    'to',
  ],
  de: ['empfänger', 'warenempfänger', 'lieferadresse', 'lieferanschrift', 'lieferung an', 'kunde'],
  fr: ['destinataire', 'adresse de livraison', 'livrer a', 'livre a', 'client', 'receptionnaire'],
  es: ['destinatario', 'consignatario', 'direccion de entrega', 'entregar a', 'cliente', 'receptor'],
  it: ['destinatario', 'cessionario', 'destinazione', 'luogo di destinazione', 'cliente', 'indirizzo di consegna'],
  pt: ['destinatario', 'consignatario', 'morada de entrega', 'cliente', 'entregar a'],
  nl: ['ontvanger', 'geadresseerde', 'afleveradres', 'bezorgadres', 'klant'],
};
