import type { Paper } from './paper.js';

export const DELIVERY_NOTES: readonly Paper[] = [
  {
    what: 'English, ordered and delivered quantities',
    text: `Harrow & Pike Timber Ltd
Unit 9, Canal Wharf
Gloucester GL1 2EH

DELIVERY NOTE

Delivery Note No:   DN-20931             Order No:        PO-5518
Delivery Date:      12 May 2025          Order Date:      6 May 2025
Carrier:            Severn Haulage       Tracking No:     SH7741200331
Packages:           6                    Gross Weight:    412.5 kg

Deliver To
Oakfield Joinery Ltd
27 Mill Street
Stroud GL5 1AB

Item Code    Description              Ordered    Delivered    Unit
TM-0100      Oak board 2.4 m               40           40    pcs
TM-0212      Ash batten 1.8 m             120          100    pcs
TM-0330      Wood glue 5 l                  6            6    can

Received in good condition: ____________________
`,
    values: {
      deliveryNoteNumber: 'DN-20931',
      deliveryDate: '2025-05-12',
      orderNumber: 'PO-5518',
      orderDate: '2025-05-06',
      senderName: 'Harrow & Pike Timber Ltd',
      recipientName: 'Oakfield Joinery Ltd',
      recipientAddress: '27 Mill Street Stroud GL5 1AB',
      carrierName: 'Severn Haulage',
      trackingNumber: 'SH7741200331',
      packages: '6',
      grossWeight: '412.5',
    },
    lists: {
      items: [
        { productCode: 'TM-0100', description: 'Oak board 2.4 m', quantityOrdered: '40', quantity: '40', unit: 'pcs' },
        {
          productCode: 'TM-0212',
          description: 'Ash batten 1.8 m',
          quantityOrdered: '120',
          quantity: '100',
          unit: 'pcs',
        },
        { productCode: 'TM-0330', description: 'Wood glue 5 l', quantityOrdered: '6', quantity: '6', unit: 'can' },
      ],
    },
  },
  {
    what: 'German, labels above their values',
    text: `Lindenau Farben GmbH
Am Hafen 22
28217 Bremen

Malerbetrieb Ostermann
Gartenstraße 5
27568 Bremerhaven

LIEFERSCHEIN

Lieferschein-Nr.       Lieferdatum        Ihre Bestellung      Kundennummer
LS-88120               03.06.2025         B-2025-114           K10077

Versandart: Spedition Nordkurier
Anzahl Packstücke: 3
Bruttogewicht: 186,4 kg
Nettogewicht: 174,0 kg

Pos.   Artikel-Nr.   Bezeichnung                 Menge   Einheit
1      F-1001        Dispersionsfarbe weiß 10 l     12   Eimer
2      F-2040        Holzlasur nussbaum 2,5 l        8   Dose

Ware erhalten: ______________________
Datum, Unterschrift Empfänger
`,
    values: {
      deliveryNoteNumber: 'LS-88120',
      deliveryDate: '2025-06-03',
      orderNumber: 'B-2025-114',
      customerId: 'K10077',
      senderName: 'Lindenau Farben GmbH',
      recipientName: 'Malerbetrieb Ostermann',
      packages: '3',
      grossWeight: '186.4',
      netWeight: '174.0',
    },
    lists: {
      items: [
        { productCode: 'F-1001', description: 'Dispersionsfarbe weiß 10 l', quantity: '12', unit: 'Eimer' },
        { productCode: 'F-2040', description: 'Holzlasur nussbaum 2,5 l', quantity: '8', unit: 'Dose' },
      ],
    },
  },
  {
    what: 'French, with parties side by side',
    text: `BON DE LIVRAISON N° BL-2025-0319

Date de livraison : 21/03/2025
Commande n° : C-7714
Transporteur : Rhône Express

Expéditeur                              Destinataire
Verrerie du Lac SAS                     Hôtel Beaurivage
4 avenue des Alpes                      18 quai du Mont-Blanc
74000 Annecy                            74200 Thonon-les-Bains

Référence     Désignation             Qté commandée     Qté livrée
VR-210        Verre à pied 21 cl                 48             48
VR-330        Carafe 1 l                         12             10

Nombre de colis : 4
Poids brut : 38,2 kg
`,
    values: {
      deliveryNoteNumber: 'BL-2025-0319',
      deliveryDate: '2025-03-21',
      orderNumber: 'C-7714',
      carrierName: 'Rhône Express',
      senderName: 'Verrerie du Lac SAS',
      senderAddress: '4 avenue des Alpes 74000 Annecy',
      recipientName: 'Hôtel Beaurivage',
      recipientAddress: '18 quai du Mont-Blanc 74200 Thonon-les-Bains',
      packages: '4',
      grossWeight: '38.2',
    },
    lists: {
      items: [
        { productCode: 'VR-210', description: 'Verre à pied 21 cl', quantityOrdered: '48', quantity: '48' },
        { productCode: 'VR-330', description: 'Carafe 1 l', quantityOrdered: '12', quantity: '10' },
      ],
    },
  },
  {
    what: 'Italian',
    text: `DOCUMENTO DI TRASPORTO (D.D.T.)

Numero DDT: 1182/A
Data: 09/04/2025
Vs. ordine: ORD-660

Mittente: Oleificio San Biagio S.r.l.
Via dei Frantoi 8, 70032 Bitonto

Destinatario: Trattoria Al Molo
Lungomare Nazario Sauro 40, 70121 Bari

Vettore: Corriere Adriatico
Colli: 5
Peso lordo: 92,0 kg

Codice      Descrizione                     Quantità    U.M.
OL-05       Olio extravergine latta 5 l           10    LT
OL-075      Olio extravergine bottiglia           24    PZ

Firma del destinatario ____________
`,
    values: {
      deliveryNoteNumber: '1182/A',
      issueDate: '2025-04-09',
      orderNumber: 'ORD-660',
      senderName: 'Oleificio San Biagio S.r.l.',
      recipientName: 'Trattoria Al Molo',
      carrierName: 'Corriere Adriatico',
      packages: '5',
      grossWeight: '92.0',
    },
    lists: {
      items: [
        { productCode: 'OL-05', description: 'Olio extravergine latta 5 l', quantity: '10', unit: 'LT' },
        { productCode: 'OL-075', description: 'Olio extravergine bottiglia', quantity: '24', unit: 'PZ' },
      ],
    },
  },
  {
    what: 'a packing slip',
    text: `Juniper Cycle Parts Inc.                       PACKING SLIP
400 Harbor Blvd
Oakland, CA 94607

Ship To:                        Packing Slip #:   PS-10442
Summit Bikes                    Ship Date:        07/22/2025
1187 Ridge Rd                   PO Number:        SB-3308
Reno, NV 89501                  Ship Via:         Western Freight

SKU          Description              Qty Ordered   Qty Shipped   Backordered
CH-11        Chain 11-speed                    20            20             0
BR-40        Brake pad set                     50            35            15
`,
    values: {
      deliveryNoteNumber: 'PS-10442',
      shipDate: '2025-07-22',
      orderNumber: 'SB-3308',
      carrierName: 'Western Freight',
      senderName: 'Juniper Cycle Parts Inc.',
      recipientName: 'Summit Bikes',
    },
    lists: {
      items: [
        { productCode: 'CH-11', description: 'Chain 11-speed', quantityOrdered: '20', quantity: '20' },
        { productCode: 'BR-40', description: 'Brake pad set', quantityOrdered: '50', quantity: '35' },
      ],
    },
  },
];

export const BILLS_OF_LADING: readonly Paper[] = [
  {
    what: 'by sea',
    text: `BILL OF LADING

B/L No: OCB-771204            Booking No: BK-55102
Date of issue: 14 January 2025

Shipper
Tarn Valley Machinery Ltd
8 Forge Road, Sheffield S9 2TU

Consignee
Puerto Verde Importaciones S.A.
Avenida Costanera 1200, Valparaíso

Notify Party
Same as consignee

Carrier: Bluewater Lines
Vessel: MV Castor          Voyage No: 118W
Port of Loading: Felixstowe
Port of Discharge: Valparaíso

Description of Goods              Packages     Gross Weight
Lathe parts in crates                   14           8,420
Freight prepaid
`,
    values: {
      deliveryNoteNumber: 'OCB-771204',
      issueDate: '2025-01-14',
      senderName: 'Tarn Valley Machinery Ltd',
      recipientName: 'Puerto Verde Importaciones S.A.',
      carrierName: 'Bluewater Lines',
      vessel: 'MV Castor',
      placeOfLoading: 'Felixstowe',
      placeOfDelivery: 'Valparaíso',
    },
  },
  {
    what: 'German, by road',
    text: `FRACHTBRIEF

Frachtbrief-Nr.: FB-30071
Datum: 18.02.2025

Absender: Keramik Hollerbach KG, Töpferweg 2, 56203 Höhr-Grenzhausen
Empfänger: Gartencenter Wiesenthal GmbH, Landstraße 88, 35390 Gießen
Frachtführer: Lahntal Transporte GmbH
Amtl. Kennzeichen: LM-LT 4410

Anzahl Packstücke: 9
Bruttogewicht: 640 kg
`,
    values: {
      deliveryNoteNumber: 'FB-30071',
      issueDate: '2025-02-18',
      carrierName: 'Lahntal Transporte GmbH',
      packages: '9',
      grossWeight: '640',
    },
  },
];
