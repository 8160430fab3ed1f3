import type { Paper } from './paper.js';

export const UTILITY_BILLS: readonly Paper[] = [
  {
    what: 'English, an account summary',
    text: `Moorland Power & Light
PO Box 77, Harrogate HG1 5QQ

Mrs Edith Calloway
18 Spring Bank
Ripon HG4 1AB

Account Number:   7714 2200 18           Bill Number:     881204
Bill Date:        5 June 2025            Due Date:        26 June 2025
Billing Period:   1 May 2025 - 31 May 2025
Supply Address:   18 Spring Bank, Ripon HG4 1AB

Your account summary
Previous balance                        84.20
Payment received                       -84.20
Electricity charges                     61.35
Standing charge                         14.20
VAT 5%                                   3.78
Total amount due                       £79.33

Meter readings
Meter Number:        S14K00921
Previous reading:    20114
Current reading:     20405
Consumption:         291 kWh
`,
    values: {
      vendorName: 'Moorland Power & Light',
      customerName: 'Mrs Edith Calloway',
      customerId: '7714 2200 18',
      invoiceNumber: '881204',
      issueDate: '2025-06-05',
      dueDate: '2025-06-26',
      serviceStartDate: '2025-05-01',
      serviceEndDate: '2025-05-31',
      previousBalance: '84.20',
      amountDue: '79.33',
      meterNumber: 'S14K00921',
      previousReading: '20114',
      currentReading: '20405',
      consumption: '291',
      consumptionUnit: 'kWh',
    },
    lists: {
      lineItems: [
        { description: 'Electricity charges', amount: '61.35' },
        { description: 'Standing charge', amount: '14.20' },
      ],
    },
  },
  {
    what: 'German, a yearly bill',
    text: `Stadtwerke Rabenau GmbH
Schlossplatz 1
01734 Rabenau

Herrn
Jörg Kamprad
Talstraße 9
01734 Rabenau

Stromrechnung

Rechnungsnummer: 2025-310077
Rechnungsdatum: 20.01.2025
Kundennummer: 450118
Zählernummer: 1ESY1160044821
Abrechnungszeitraum: 01.01.2024 - 31.12.2024
Verbrauchsstelle: Talstraße 9, 01734 Rabenau

Zählerstand alt: 18.204
Zählerstand neu: 21.350
Verbrauch: 3.146 kWh

Arbeitspreis            1.006,72
Grundpreis                142,80
Nettobetrag             1.149,52
Umsatzsteuer 19 %         218,41
Rechnungsbetrag         1.367,93
Geleistete Abschläge   -1.320,00
Zu zahlen                  47,93 EUR
Fällig am: 05.02.2025
`,
    values: {
      vendorName: 'Stadtwerke Rabenau GmbH',
      invoiceNumber: '2025-310077',
      issueDate: '2025-01-20',
      dueDate: '2025-02-05',
      customerId: '450118',
      meterNumber: '1ESY1160044821',
      serviceStartDate: '2024-01-01',
      serviceEndDate: '2024-12-31',
      previousReading: '18204',
      currentReading: '21350',
      consumption: '3146',
      consumptionUnit: 'kWh',
      subtotal: '1149.52',
      totalTax: '218.41',
      total: '1367.93',
      amountDue: '47.93',
    },
    lists: {
      lineItems: [
        { description: 'Arbeitspreis', amount: '1006.72' },
        { description: 'Grundpreis', amount: '142.80' },
      ],
    },
  },
  {
    what: 'Spanish, readings in a table',
    text: `Energía Sierra Norte S.A.
Avenida del Embalse 4, 28740 Rascafría

FACTURA DE ELECTRICIDAD

Titular: Gonzalo Peralta Ruiz
N.º de factura: EN-2025-55102
Fecha de emisión: 12/03/2025
Periodo de facturación: 05/02/2025 - 05/03/2025
Dirección de suministro: Calle Real 11, 28740 Rascafría

Número de contador      Lectura anterior      Lectura actual      Consumo
88120044                            5102                5344      242 kWh

Total a pagar: 58,31 €
Fecha de vencimiento: 02/04/2025
`,
    values: {
      vendorName: 'Energía Sierra Norte S.A.',
      customerName: 'Gonzalo Peralta Ruiz',
      invoiceNumber: 'EN-2025-55102',
      issueDate: '2025-03-12',
      dueDate: '2025-04-02',
      serviceStartDate: '2025-02-05',
      serviceEndDate: '2025-03-05',
      meterNumber: '88120044',
      previousReading: '5102',
      currentReading: '5344',
      consumption: '242',
      consumptionUnit: 'kWh',
      total: '58.31',
    },
  },
  {
    what: 'an American water bill',
    text: `City of Alder Creek Water Department
200 Main St, Alder Creek, OR 97005

WATER BILL

Account Number: 00-4471-02
Service Address: 1402 Willow Ct
Statement Date: 07/08/2025
Due Date: 07/29/2025
Service Period: 06/01/2025 to 06/30/2025
Meter Number: W-330192
Previous Reading: 1,204
Present Reading: 1,231
Usage: 27 CCF

Previous Balance      $48.12
Payments             -$48.12
Current Charges       $51.75
Total Due             $51.75
`,
    values: {
      customerId: '00-4471-02',
      issueDate: '2025-07-08',
      dueDate: '2025-07-29',
      serviceStartDate: '2025-06-01',
      serviceEndDate: '2025-06-30',
      meterNumber: 'W-330192',
      previousReading: '1204',
      currentReading: '1231',
      consumption: '27',
      consumptionUnit: 'CCF',
      previousBalance: '48.12',
      amountDue: '51.75',
    },
    lists: { lineItems: [{ description: 'Current Charges', amount: '51.75' }] },
  },
  {
    what: 'numbers in blocks, items under headings',
    text: `Gemeindewerke Hollental GmbH
Mühlgasse 4
79856 Hinterzarten

Stromrechnung

Rechnungsnummer: 2025-88-1207
Rechnungsdatum: 14.02.2025
Kundennummer: 4501 1822 07
Zählernummer: 1 ESY 1160 1234 56
Abrechnungszeitraum: 01.01.2024 - 31.12.2024
Verbrauchsstelle: Talweg 2, 79856 Hinterzarten

Zählerstand alt: 10.300
Zählerstand neu: 11.510
Verbrauch: 1.210 kWh

Bezeichnung                Betrag
Saldovortrag                35,10
Arbeitspreis               412,60
Messentgelt                 18,40
Nettobetrag                431,00
Umsatzsteuer 19 %           81,89
Rechnungsbetrag            512,89
`,
    values: {
      vendorName: 'Gemeindewerke Hollental GmbH',
      customerId: '4501 1822 07',
      meterNumber: '1 ESY 1160 1234 56',
      previousBalance: '35.10',
      total: '512.89',
    },
    lists: {
      lineItems: [
        { description: 'Arbeitspreis', amount: '412.60' },
        { description: 'Messentgelt', amount: '18.40' },
      ],
    },
  },
];
