import { expect, it } from 'vitest';
import { textReading } from '../../../../test/support/placed-reading.js';
import { readFields } from './read-fields.builder.js';

// Papers that are plain text: nothing but spaces and empty lines tells columns and blocks apart.

const PURCHASE_ORDER = `PURCHASE ORDER                                        PO No.: 4500-77812
Ferrum Tools Inc.                                     Date: 03/17/2025
2200 Industrial Pkwy, Akron, OH 44310                 Terms: Net 45
                                                      Required by: 04/02/2025
Vendor:                          Ship To:
Castel Bearings Co.              Ferrum Tools Inc. - Dock 4
51 Foundry Ln                    2210 Industrial Pkwy
Erie, PA 16501                   Akron, OH 44310

Line  Part No    Description                 Qty   UOM   Unit Price    Extended
1     BR-6204    Ball bearing 6204-2RS       200   EA    3.15          630.00
2     BR-6305    Ball bearing 6305-ZZ        150   EA    4.40          660.00
3     GR-EP2     Grease EP2, 18 kg pail      4     PL    88.00         352.00
                                                         Subtotal      1,642.00
                                                         Freight       75.00
                                                         Total         1,717.00
Approved by: J. Halvorsen`;

const CREDIT_NOTE = `CREDIT NOTE

Bluefin Marine Supplies Pty Ltd            Credit Note No: CN-0882
ABN 51 824 753 556                         Date: 9 Sep 2024
17 Wharf Street, Fremantle WA 6160         Original Invoice: INV-20914

Credit to:
Saltwater Charters
3 Harbour Esplanade
Geraldton WA 6530

Item                         Qty    Unit price    Amount
Anchor chain 10mm, 50 m        1       $412.00    $412.00
Returned: shackle 12mm         4        $18.50     $74.00

Subtotal                                           $486.00
GST (10%)                                           $48.60
Total credit                                       $534.60`;

const QUOTE = `ANGEBOT Nr. A-2025-0142                                  Datum: 11. Februar 2025
Tischlerei Moosbach, Inh. Peter Graf                     gültig bis 11. März 2025
Dorfstraße 5, 83620 Feldkirchen

An
Familie Wagner
Birkenallee 17
83043 Bad Aibling

Sehr geehrte Familie Wagner,
gerne bieten wir Ihnen an:

Pos  Bezeichnung                        Menge   Einheit   EP        GP
1    Einbauschrank Eiche furniert       1       Stk       2.480,00  2.480,00
2    Montage                            8       Std       58,00     464,00
                                        Summe netto                 2.944,00
                                        zzgl. 19% MwSt              559,36
                                        Angebotssumme               3.503,36`;

const FATTURA = `Officine Bertoldi S.r.l.
Via Galileo Ferraris 44 - 25125 Brescia (BS)
P.IVA 02871340984

FATTURA n. 318/2025 del 28/02/2025

Spett.le
Caseificio Val Serina S.p.A.
Località Ponte 2
24017 Serina (BG)
P.IVA 01984560169

Descrizione                           Q.tà   Prezzo unit.   Sconto   Importo
Guarnizione in gomma 80 mm            40     6,20           10%      223,20
Pompa centrifuga mod. CX3             1      1.140,00                1.140,00

Imponibile                                                          1.363,20
IVA 22%                                                               299,90
Totale fattura                                                      1.663,10`;

const STROMRECHNUNG = `STADTWERKE LINDENTAL
Stadtwerke Lindental GmbH · Wasserstr. 9 · 54290 Trier

Herrn Jonas Brandt
Gartenweg 22
54296 Trier

Ihre Stromrechnung                         Kundennummer: 204 118 77
                                           Rechnungsnummer: SR-2024-55102
                                           Rechnungsdatum: 15.01.2025
Nettobetrag                                              812,46 EUR
Umsatzsteuer 19 %                                        154,37 EUR
Bruttobetrag                                             966,83 EUR`;

const LAB_REPORT = `CENTRAL VALLEY DIAGNOSTICS
LABORATORY REPORT
Patient: ROSALES, MIGUEL A        DOB: 08/14/1971   Sex: M
MRN: 00448213                     Accession: L25-09917
Collected: 02/19/2025 07:45       Reported: 02/20/2025

Test                 Result     Units      Reference range   Flag
Glucose              112        mg/dL      70-99             H
Creatinine           0.94       mg/dL      0.70-1.30`;

const RAPPEL = `RAPPEL DE PAIEMENT

Atelier Vauclair SARL
12 rue des Tanneurs, 67000 Strasbourg
SIRET 512 884 201 00017

Société Delmas & Fils
8 avenue Foch
54000 Nancy

Strasbourg, le 3 avril 2025

Objet : facture n° F2025-0088 du 14 février 2025

Madame, Monsieur,
Notre facture citée ci-dessus, d'un montant de 1 482,00 € TTC, échue le 16 mars 2025, reste impayée à ce jour.`;

const DELIVERY_NOTE = `DELIVERY NOTE No. 77120
Hollis & Crane Ltd, Unit 6 Trent Park, Nottingham NG7 2AB
Delivered to: Mapleton Primary School, Oak Road, Derby DE23 4GH
Dispatch date: 21/05/2025          Customer order: MPS-3391

Code      Description                  Ordered   Delivered
CH-200    Stacking chair, blue              24          24
TB-018    Folding table 1800 mm              6           4`;

const BILL = `Northgate Energy Ltd                                   Page 1 of 2
PO Box 118, Leeds LS1 4HR                              VAT Reg No GB 291 4471 02

Mrs A. Fielding                                        Your electricity bill
14 Marlborough Rise                                    Account number   8830 4471 206
Harrogate HG2 8QD                                      Bill date        4 March 2025
                                                       Bill period      1 Feb 2025 - 28 Feb 2025

Electricity charges this period                           £71.85
VAT at 5%                                                  £3.59
Total amount due                                          £75.44`;

it.each([
  [
    'payment_reminder',
    RAPPEL,
    {
      creditorName: 'Atelier Vauclair SARL',
      debtorName: 'Société Delmas & Fils',
      debtorAddress: '8 avenue Foch 54000 Nancy',
    },
  ],
  [
    'delivery_note',
    DELIVERY_NOTE,
    { recipientName: 'Mapleton Primary School', recipientAddress: 'Oak Road, Derby DE23 4GH' },
  ],
  ['utility_bill', BILL, { customerName: 'Mrs A. Fielding', vendorAddress: 'PO Box 118, Leeds LS1 4HR' }],
  [
    'purchase_order',
    PURCHASE_ORDER,
    {
      vendorAddress: '51 Foundry Ln Erie, PA 16501',
      shipToAddress: 'Ferrum Tools Inc. - Dock 4 2210 Industrial Pkwy Akron, OH 44310',
      paymentTerms: 'Net 45',
      deliveryDate: '2025-04-02',
      totalTax: undefined,
    },
  ],
  [
    'credit_note',
    CREDIT_NOTE,
    {
      vendorAddress: '17 Wharf Street, Fremantle WA 6160',
      customerName: 'Saltwater Charters',
      customerAddress: '3 Harbour Esplanade Geraldton WA 6530',
      currency: 'AUD',
    },
  ],
  ['quote', QUOTE, { buyerName: 'Familie Wagner', buyerAddress: 'Birkenallee 17 83043 Bad Aibling' }],
  ['invoice', FATTURA, { customerAddress: 'Località Ponte 2 24017 Serina (BG)' }],
  [
    'utility_bill',
    STROMRECHNUNG,
    {
      vendorName: 'Stadtwerke Lindental GmbH',
      customerName: 'Herrn Jonas Brandt',
      customerAddress: 'Gartenweg 22 54296 Trier',
    },
  ],
  ['lab_report', LAB_REPORT, { facility: 'CENTRAL VALLEY DIAGNOSTICS' }],
])('%s: parties, terms and currency', (type, text, wanted) => {
  const { values, misplaced } = readFields(type, textReading(text));
  expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, values[name]]))).toEqual(wanted);
  expect(misplaced).toEqual([]);
});

it.each([
  [
    'SUNNY COVE MARINA - BOAT RENTAL FORM\nLicence No: FL-2291-KX\nBoat: Sea Breeze',
    'SUNNY COVE MARINA - BOAT RENTAL FORM',
  ],
  ['FIRE SAFETY INSPECTION\nSite: 77 Canning Road, Bristol', 'FIRE SAFETY INSPECTION'],
  ['Phone: 555-0133\nnothing that names this paper', undefined],
])('a paper of no known kind has a heading: %s', (text, title) =>
  expect(readFields('generic', textReading(text)).values['title']).toBe(title),
);
