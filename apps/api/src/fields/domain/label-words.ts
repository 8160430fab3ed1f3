/**
 * Words that forms and business papers print as headings of boxes and columns. A cell made of them alone is a label even
 * where no schema asks for it, so that it is not taken for the value of its neighbour.
 */
const WORDS = new Set(
  (
    'account address advertiser agency agent amount approved article assistant attention balance bank batch billing bill brand branch buyer by calendar category cashier city class client code comments comment commission company ' +
    'condition conditions contact contract cost country county course currency customer cycle date dates days delivery demo demographic department desc description details discount document due duration each email ' +
    'employee end entered estimate executive external fax fee first flight for from gender gross group handling hours id identifier information instructions invoice issue issued item items job last length line list location market ' +
    'member method middle mobile mode modified month name nationality net notes number occupation of office on order original page part payment percent period phone po position postcode price primary print priority product property ' +
    'project purchase qty quantity rate reason received reference ref region registration remarks requested required revenue revision salesperson sales schedule section separation serial service share ship shipping sign signature signed ' +
    'size special start state station status street subject subtotal sum supplier tax telephone tel terms term time title to total totals type unit units valid value vat vendor version via week year zip agy rev alt spots weekdays ' +
    'artikel aussteller beleg bemerkung bestellung betrag bezeichnung datum einheit empfänger firma kunde kundennummer lieferant menge name nummer ort plz preis rechnung seite straße summe telefon währung zahlung ' +
    'adresse client code date désignation échéance facture livraison montant nom numéro objet page prix quantité référence téléphone ' +
    'cliente código concepto dirección fecha importe nombre pago precio referencia teléfono descripción articolo codice descrizione fattura importo indirizzo pagamento prezzo ' +
    'aantal bedrag klant omschrijving prijs adres naam artikelnr artikelcode factuurnummer factuurdatum vervaldatum korting regel eenheid contactpersoon stukprijs totaalprijs ' +
    'artikelnummer artikelbezeichnung ansprechpartner bearbeiter sachbearbeiter beschreibung einzelpreis gesamtpreis produkt leistung anzahl rabatt rechnungsnummer rechnungsdatum fällig ' +
    'suivi article produit prestation remise taux libellé référence unité unitaire ht ttc tva détail ' +
    'contacto atendido descuento artículo producto cantidad unidad unitario iva detalle vencimiento pedido ' +
    'contatto referente prodotto quantità sconto scadenza ordine riga imponibile aliquota ' +
    'artigo produto descrição designação quantidade desconto valor montante encomenda linha vencimento taxa'
  ).split(' '),
);

/** True for a cell of at most five words that are all headings' words. */
export function isHeadingWords(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  return words.length > 0 && words.length <= 5 && !/\d/.test(text) && words.every((word) => WORDS.has(word));
}
