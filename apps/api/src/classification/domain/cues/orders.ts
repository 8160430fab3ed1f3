import { head, layout, pattern, ramp, text, title, type TypeCues } from './cue-model.js';

export const PURCHASE_ORDER: TypeCues = {
  type: 'purchase_order',
  names: ['purchase order', 'po', 'bestellung', 'bon de commande', 'orden de compra', 'ordine'],
  cues: [
    title(
      'the title of an order',
      4,
      'purchase order | order confirmation | sales order | work order | blanket order | order acknowledgement',
      'bestellung | auftragsbestatigung | bestellbestatigung | bon de commande | confirmation de commande',
      'orden de compra | pedido | pedido de compra | ordine dacquisto | ordine di acquisto | conferma dordine',
      'ordem de compra | inkooporder',
    ),
    head(
      'an order number',
      1.8,
      'po number | po no | p o number | purchase order number | purchase order no | order number | order no',
      'bestellnummer | bestell nr | auftragsnummer | numero de commande | commande n | numero de pedido',
      'numero ordine | numero do pedido',
    ),
    head(
      'a date of order or delivery',
      1.2,
      'order date | po date | delivery date | required by | deliver by | requested delivery | bestelldatum',
      'liefertermin | lieferdatum | date de commande | date de livraison | fecha de pedido | fecha de entrega',
      'data ordine | data di consegna',
    ),
    head(
      'a vendor and a place of delivery',
      1.4,
      'ship to | deliver to | vendor | supplier | buyer | requisitioner | ordered by | lieferanschrift',
      'lieferadresse | besteller | fournisseur | livrer a | proveedor | fornitore | enviar a',
    ),
    text(
      'terms of an order',
      1,
      'please supply | please deliver | please confirm | incoterms | ship via | shipping method | fob',
      'authorized by | we hereby order | hiermit bestellen wir | wir bestellen | nous commandons',
    ),
    text(
      'columns of line items',
      0.8,
      'unit price | quantity | qty | item description | part number | einzelpreis | menge | quantite',
      'prix unitaire | cantidad | quantita',
    ),
    title('the title of an invoice', -3, 'invoice | tax invoice | rechnung | facture | factura | fattura | fatura'),
    head(
      'an invoice number',
      -2,
      'invoice number | invoice no | rechnungsnummer | numero de facture | invoice date | rechnungsdatum',
    ),
    layout('running text', -2.5, (page) => ramp(page.prose, 0.4, 0.7)),
  ],
};

/**
 * Orders for advertising, in print, online and above all on air: an order, a contract or a list of buy lines names
 * advertiser, agency, flight, spots, lengths and rates. The words are those of the trade (4A's, IAB, TVB).
 */
export const INSERTION_ORDER: TypeCues = {
  type: 'insertion_order',
  names: ['insertion order', 'io', 'media order', 'broadcast order', 'advertising contract'],
  cues: [
    title(
      'the title of an order',
      2.4,
      'insertion order | media order | broadcast order | order | contract | advertising contract',
      'advertising order | buylines | buy detail | broadcast contract | schedule | station order | spot order',
      'order confirmation | confirmation | worksheet | proposal | sales order | mediaauftrag',
      'insertionsauftrag | ordre dinsertion | orden de insercion',
    ),
    head(
      'an advertiser',
      1.8,
      'advertiser | advertiser name | werbetreibender | annonceur | anunciante | inserzionista',
    ),
    head(
      'a flight or contract period',
      1.8,
      'flight | flight dates | flight date | contract dates | schedule dates | order flight | start date',
      'run dates | hiatus | starting date | ending date',
    ),
    head(
      'an agency, buyer or sales office',
      1.4,
      'agency | agency name | buyer | buyer name | buying contact | agency commission | account executive',
      'salesperson | sales office | sales region | primary ae | traffic | rep | media buyer | agentur',
    ),
    head(
      'an order or contract number',
      1,
      'order rev | alt order | contract revision | contract number | contract no | contract | order number',
      'agency order | order type | estimate | est | original date rev | revision',
    ),
    text(
      'spots with lengths and rates',
      1.8,
      'spots | spot | total spots | spots week | spots wk | spt wks | rate type | gross rate | unit rate',
      'spot length | start end time | air time | air date | daypart | impressions | cpm | insertions | ad size',
      'time period | program name | len',
    ),
    text(
      'audience figures',
      1.4,
      'demographic | primary demo | demo | grp | grps | cpp | total cpp | ratings | total ratings | rtg',
      'households | nielsen | market | station | imp | shr',
    ),
    text(
      'a broadcast calendar',
      1.2,
      'billing calendar | billing cycle | cash trade | broadcast month | by broadcast month',
      'broadcast calendar | week of | makegood | makegoods | preempt | preemptions | pre empted',
    ),
    text(
      'approval of an order',
      0.8,
      'confirmed by | accepted for | signature of authorized | order is subject | non discrimination',
      'does not discriminate | net total | gross amount | agency comm',
    ),
    title('the title of an invoice', -5, 'invoice | duplicate invoice | rechnung | facture'),
    head(
      'an invoice number',
      -3,
      'invoice number | invoice no | invoice | invoice date | invoice period | invoice month | remit address',
      'remit to',
    ),
    text(
      'what was aired, proved',
      -1,
      'affidavit | aired | ad id | reconciliation | we warrant that | actual broadcast',
    ),
    pattern(
      'days of the week as a broadcast pattern',
      0.8,
      /\b(?:M[oO]?-[FS][a-z]{0,2}|Tu-[FS]u?|M-Su|MTWTF)\b|\b[MTWFS-]{7}\b/,
    ),
    layout('running text', -2, (page) => ramp(page.prose, 0.55, 0.85)),
  ],
};

export const QUOTE: TypeCues = {
  type: 'quote',
  names: ['quote', 'quotation', 'angebot', 'devis', 'presupuesto', 'preventivo', 'orcamento', 'offerte'],
  cues: [
    title(
      'the title of an offer',
      4.2,
      'quote | quotation | price quote | sales quote | estimate | angebot | kostenvoranschlag | devis',
      'presupuesto | cotizacion | preventivo | offerta | orcamento | offerte | proposal',
    ),
    head(
      'an offer number',
      2.2,
      'quote number | quote no | quotation no | quote date | quotation number | estimate number',
      'angebotsnummer | angebot nr | angebotsdatum | devis n | numero de devis | presupuesto n',
      'numero preventivo',
    ),
    text(
      'how long the offer holds',
      2,
      'valid until | valid for | quote valid | offer valid | expiration date | gultig bis | angebot gultig',
      'wir bieten ihnen | freibleibend | valable jusquau | validite | valido hasta | validez | valido fino',
      'validita',
    ),
    text(
      'an offer to accept',
      1,
      'we are pleased to offer | thank you for your inquiry | prepared for | acceptance of quote',
      'to accept this quotation | bon pour accord | vielen dank fur ihre anfrage',
    ),
    text(
      'columns of line items',
      0.5,
      'unit price | quantity | subtotal | einzelpreis | prix unitaire | precio unitario | prezzo unitario',
    ),
    head('an invoice number', -2, 'invoice number | invoice no | invoice date | rechnungsnummer | numero de facture'),
    text('an order for air time', -2, 'advertiser | flight dates | spots'),
    layout('running text', -1.5, (page) => ramp(page.prose, 0.5, 0.8)),
  ],
};
