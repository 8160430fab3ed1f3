import type { Paper } from './paper.js';

export const PAYMENT_REMINDERS: readonly Paper[] = [
  {
    what: 'English, running text without years',
    text: `Pellworm Office Supply Ltd
31 Castle Street
Norwich NR2 1PD

Hartwell Accountants
4 Bank Plain
Norwich NR1 3AA

Norwich, 2 April 2025

Payment reminder

Dear Sir or Madam,

According to our records our invoice F2025-0088 of 14 February, amounting to
1 482,00 €, due 16 March, has not been paid. Please transfer the amount
within seven days to IBAN DE89 3704 0044 0532 0130 00.

Kind regards
Pellworm Office Supply Ltd
`,
    values: {
      creditorName: 'Pellworm Office Supply Ltd',
      debtorName: 'Hartwell Accountants',
      issueDate: '2025-04-02',
      invoiceNumber: 'F2025-0088',
      invoiceDate: '2025-02-14',
      dueDate: '2025-03-16',
      amountDue: '1482.00',
      currency: 'EUR',
      iban: 'DE89370400440532013000',
    },
  },
  {
    what: 'German, a table and fees',
    text: `Sanitär Hölscher GmbH
Werftstraße 19
26121 Oldenburg

Frau
Birgit Tammen
Deichweg 2
26122 Oldenburg

Oldenburg, 12.05.2025

2. Mahnung

Kundennummer: 30417

Sehr geehrte Frau Tammen,

für die folgende Rechnung konnten wir noch keinen Zahlungseingang feststellen:

Rechnungsnummer    Rechnungsdatum    Fällig am      Betrag
R-25-1107          03.03.2025        17.03.2025     864,50

Mahngebühr             5,00
Verzugszinsen          7,20
Offener Betrag       876,70 EUR

Bitte überweisen Sie den Betrag bis zum 22.05.2025.

IBAN: DE02 1203 0000 0000 2020 51
BIC: BYLADEM1001
`,
    values: {
      creditorName: 'Sanitär Hölscher GmbH',
      debtorName: 'Frau Birgit Tammen',
      issueDate: '2025-05-12',
      customerId: '30417',
      invoiceNumber: 'R-25-1107',
      invoiceDate: '2025-03-03',
      dueDate: '2025-03-17',
      fees: '5.00',
      interest: '7.20',
      amountDue: '876.70',
      paymentDeadline: '2025-05-22',
      iban: 'DE02120300000000202051',
      bic: 'BYLADEM1001',
    },
    lists: {
      invoices: [{ number: 'R-25-1107', date: '2025-03-03', dueDate: '2025-03-17', amount: '864.50' }],
    },
  },
  {
    what: 'French, running text',
    text: `Imprimerie Valmont SARL
7 rue du Faubourg
35000 Rennes

Librairie des Halles
22 place Hoche
35000 Rennes

Rennes, le 10 juin 2025

Objet : Deuxième relance

Madame, Monsieur,

Sauf erreur de notre part, notre facture n° FA-1190 du 28 avril 2025, d'un montant
de 2 315,40 €, échue le 28 mai 2025, demeure impayée à ce jour. Nous vous prions de
bien vouloir nous régler cette somme avant le 20 juin 2025.

IBAN : FR14 2004 1010 0505 0001 3M02 606
`,
    values: {
      creditorName: 'Imprimerie Valmont SARL',
      debtorName: 'Librairie des Halles',
      issueDate: '2025-06-10',
      invoiceNumber: 'FA-1190',
      invoiceDate: '2025-04-28',
      dueDate: '2025-05-28',
      amountDue: '2315.40',
      paymentDeadline: '2025-06-20',
      iban: 'FR1420041010050500013M02606',
    },
  },
  {
    what: 'English, labels on the left',
    text: `FINAL NOTICE

From: Thornbury Print Works Ltd
To: Maddox & Sons Ltd

Reminder Date:        18 August 2025
Customer No:          TP-2210
Invoice Number:       INV-7741
Invoice Date:         2 June 2025
Due Date:             2 July 2025
Invoice Amount:       £640.00
Late Fee:             £40.00
Total Amount Due:     £680.00
Please pay by:        25 August 2025
`,
    values: {
      creditorName: 'Thornbury Print Works Ltd',
      debtorName: 'Maddox & Sons Ltd',
      issueDate: '2025-08-18',
      customerId: 'TP-2210',
      invoiceNumber: 'INV-7741',
      invoiceDate: '2025-06-02',
      dueDate: '2025-07-02',
      invoiceAmount: '640.00',
      fees: '40.00',
      amountDue: '680.00',
      paymentDeadline: '2025-08-25',
    },
  },
  {
    what: 'Italian, running text',
    text: `Falegnameria Brenta S.r.l.
Via Piave 33
35138 Padova

Spett.le
Studio Arcella
Corso Milano 9
35139 Padova

Padova, 5 maggio 2025

Oggetto: Sollecito di pagamento

Gentile Cliente,

dai nostri controlli la fattura n. 214/2025 del 12 marzo 2025, dell'importo di
€ 980,50, scaduta il 11 aprile 2025, risulta ancora non pagata.
Vi preghiamo di provvedere entro il 15 maggio 2025.
`,
    values: {
      creditorName: 'Falegnameria Brenta S.r.l.',
      issueDate: '2025-05-05',
      invoiceNumber: '214/2025',
      invoiceDate: '2025-03-12',
      dueDate: '2025-04-11',
      amountDue: '980.50',
      paymentDeadline: '2025-05-15',
    },
  },
  {
    what: 'English, several invoices',
    text: `Wren & Holloway Ltd
60 Station Approach
Exeter EX4 4HP

OVERDUE NOTICE                                Date: 30 June 2025

Account: Bellweather Cafe

Invoice No     Invoice Date     Due Date        Amount
WH-3301        02/04/2025       02/05/2025      215.00
WH-3355        19/04/2025       19/05/2025      148.60

Total Outstanding                               363.60
`,
    values: {
      creditorName: 'Wren & Holloway Ltd',
      issueDate: '2025-06-30',
      amountDue: '363.60',
    },
    lists: {
      invoices: [
        { number: 'WH-3301', date: '2025-04-02', dueDate: '2025-05-02', amount: '215.00' },
        { number: 'WH-3355', date: '2025-04-19', dueDate: '2025-05-19', amount: '148.60' },
      ],
    },
  },
];
