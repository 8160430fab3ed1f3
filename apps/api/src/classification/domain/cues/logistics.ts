import { head, layout, ramp, text, title, type TypeCues } from './cue-model.js';

export const DELIVERY_NOTE: TypeCues = {
  type: 'delivery_note',
  names: ['delivery note', 'packing list', 'packing slip', 'lieferschein', 'bon de livraison', 'albaran', 'ddt'],
  cues: [
    title(
      'the title of a delivery note',
      4.4,
      'delivery note | delivery slip | delivery order | packing list | packing slip | despatch note',
      'dispatch note | goods received note | proof of delivery | lieferschein | packliste | wareneingangsschein',
      'bon de livraison | bordereau de livraison | liste de colisage | albaran | nota de entrega',
      'lista de empaque | documento di trasporto | bolla di consegna | guia de remessa | guia de transporte',
      'pakbon',
    ),
    head(
      'a delivery number',
      2,
      'delivery number | delivery note no | delivery note number | shipment number | lieferscheinnummer',
      'lieferschein nr | lieferschein | bl n | bon de livraison n | numero de albaran | albaran n | numero ddt',
    ),
    text(
      'quantities shipped',
      1.4,
      'qty shipped | quantity shipped | qty ordered | backorder | packages | net weight | gross weight',
      'cartons | pallets | gelieferte menge | colli | packstucke | nettogewicht | colis | palettes | bultos',
      'peso neto | peso netto | qte livree | quantite livree | nombre de colis | cantidad entregada',
    ),
    text(
      'goods received',
      1.2,
      'received by | received in good condition | goods received | ware erhalten | empfangen',
      'unterschrift empfanger | recu en bon etat | recibido por | firma del destinatario',
    ),
    head(
      'a place of delivery',
      0.8,
      'ship to | deliver to | delivery address | delivery date | lieferadresse | lieferdatum',
      'adresse de livraison | direccion de entrega | luogo di consegna',
    ),
    title('the title of an invoice', -3, 'invoice | rechnung | *rechnung | facture | factura | fattura'),
    text('amounts to be paid', -1.4, 'amount due | total due | subtotal | vat | mwst | rechnungsbetrag'),
  ],
};

export const BILL_OF_LADING: TypeCues = {
  type: 'bill_of_lading',
  names: ['bill of lading', 'waybill', 'air waybill', 'cmr', 'frachtbrief', 'connaissement'],
  cues: [
    title(
      'the title of a transport document',
      4.4,
      'bill of lading | straight bill of lading | ocean bill of lading | sea waybill | air waybill | waybill',
      'consignment note | international consignment note | frachtbrief | konnossement | connaissement',
      'lettre de voiture | conocimiento de embarque | carta de porte | polizza di carico | lettera di vettura',
      'conhecimento de embarque',
    ),
    text(
      'a shipper, carrier and consignee',
      2.4,
      'consignee | shipper | carrier | notify party | absender | frachtfuhrer | expediteur | destinataire',
      'transporteur | consignatario | cargador | mittente | destinatario | vettore',
    ),
    text(
      'a voyage',
      1.8,
      'port of loading | port of discharge | vessel | voyage no | place of receipt | place of delivery',
      'freight prepaid | freight collect | container no | seal no | airport of departure | ladehafen',
      'port de chargement | puerto de carga | porto di carico',
    ),
    text(
      'weights and packages',
      1,
      'gross weight | measurement | number of packages | kind of packages | description of goods',
      'bruttogewicht | poids brut | peso bruto | peso lordo',
    ),
  ],
};

export const CUSTOMS_DECLARATION: TypeCues = {
  type: 'customs_declaration',
  names: ['customs', 'zollanmeldung', 'declaration en douane', 'aduana'],
  cues: [
    title(
      'the title of a customs declaration',
      4,
      'customs declaration | single administrative document | import declaration | export declaration',
      'entry summary | zollanmeldung | ausfuhranmeldung | einfuhranmeldung | declaration en douane',
      'declaracion de aduanas | dichiarazione doganale | declaracao aduaneira',
    ),
    text(
      'tariff codes and origin',
      2,
      'hs code | commodity code | tariff number | hts | country of origin | customs value | warennummer',
      'zolltarifnummer | ursprungsland | code sh | pays dorigine | codigo arancelario | pais de origen',
      'codice doganale | eori',
    ),
    text(
      'customs',
      1.2,
      'customs | customs office | duty | zollamt | zoll | douane | bureau de douane | aduana | dogana',
      'alfandega | declarant | anmelder',
    ),
    layout('running text', -1.5, (page) => ramp(page.prose, 0.5, 0.8)),
    title('the title of an invoice', -2, 'invoice | commercial invoice | rechnung | facture'),
  ],
};
