import type { Paper } from './paper.js';

export const EXPENSE_REPORTS: readonly Paper[] = [
  {
    what: 'English, a table with an advance',
    text: `Quayside Architects Ltd

EXPENSE REPORT

Employee:          Marcus Oyelaran           Report No:       ER-2025-041
Department:        Projects                  Report Date:     4 April 2025
Cost Centre:       CC-310                    Employee ID:     Q-118
Purpose:           Site visit Aberdeen
Period:            24 March 2025 - 27 March 2025

Date           Category        Description               Amount
24/03/2025     Travel          Train to Aberdeen         118.40
25/03/2025     Lodging         Hotel, two nights         204.00
26/03/2025     Meals           Dinner with client         61.25

Total Expenses                                           383.65
Less Cash Advance                                        150.00
Total Reimbursement                                      233.65

Approved by: Helen Strand
`,
    values: {
      companyName: 'Quayside Architects Ltd',
      employeeName: 'Marcus Oyelaran',
      employeeNumber: 'Q-118',
      reportNumber: 'ER-2025-041',
      reportDate: '2025-04-04',
      periodStart: '2025-03-24',
      periodEnd: '2025-03-27',
      department: 'Projects',
      costCenter: 'CC-310',
      purpose: 'Site visit Aberdeen',
      total: '383.65',
      advance: '150.00',
      reimbursement: '233.65',
      approverName: 'Helen Strand',
    },
    lists: {
      expenses: [
        { date: '2025-03-24', category: 'Travel', description: 'Train to Aberdeen', amount: '118.40' },
        { date: '2025-03-25', category: 'Lodging', description: 'Hotel, two nights', amount: '204.00' },
        { date: '2025-03-26', category: 'Meals', description: 'Dinner with client', amount: '61.25' },
      ],
    },
  },
  {
    what: 'German, a travel claim',
    text: `Reisekostenabrechnung

Firma: Brunnenbau Seidler GmbH
Mitarbeiter: Katja Lorenzen
Personalnummer: 3381
Kostenstelle: 4400
Reisezweck: Messebesuch Hannover
Reisebeginn: 31.03.2025
Reiseende: 02.04.2025

Datum         Beschreibung                Betrag
31.03.2025    Bahnfahrt Kiel-Hannover      58,90
01.04.2025    Hotel                       119,00
02.04.2025    Verpflegungspauschale        56,00

Gesamtbetrag                              233,90 EUR
Vorschuss                                 100,00 EUR
Auszahlungsbetrag                         133,90 EUR

IBAN: DE89 3704 0044 0532 0130 00
Genehmigt von: Rolf Seidler
`,
    values: {
      companyName: 'Brunnenbau Seidler GmbH',
      employeeName: 'Katja Lorenzen',
      employeeNumber: '3381',
      costCenter: '4400',
      purpose: 'Messebesuch Hannover',
      periodStart: '2025-03-31',
      periodEnd: '2025-04-02',
      total: '233.90',
      advance: '100.00',
      reimbursement: '133.90',
      iban: 'DE89370400440532013000',
      approverName: 'Rolf Seidler',
    },
    lists: {
      expenses: [
        { date: '2025-03-31', description: 'Bahnfahrt Kiel-Hannover', amount: '58.90' },
        { date: '2025-04-01', description: 'Hotel', amount: '119.00' },
        { date: '2025-04-02', description: 'Verpflegungspauschale', amount: '56.00' },
      ],
    },
  },
  {
    what: 'French, labels above their values',
    text: `NOTE DE FRAIS

Salarié                    Matricule            Date
Damien Rousselot           0512                 30/05/2025

Motif du déplacement : Formation Toulouse

Date          Nature         Description             Montant
19/05/2025    Transport      Billet de train           84,00
20/05/2025    Repas          Déjeuner                  18,50
20/05/2025    Hébergement    Hôtel du Canal            96,00

Total des frais                                       198,50 €
Avance                                                  0,00 €
Montant à rembourser                                  198,50 €
`,
    values: {
      employeeName: 'Damien Rousselot',
      employeeNumber: '0512',
      reportDate: '2025-05-30',
      purpose: 'Formation Toulouse',
      total: '198.50',
      reimbursement: '198.50',
    },
    lists: {
      expenses: [
        { date: '2025-05-19', category: 'Transport', description: 'Billet de train', amount: '84.00' },
        { date: '2025-05-20', category: 'Repas', description: 'Déjeuner', amount: '18.50' },
        { date: '2025-05-20', category: 'Hébergement', description: 'Hôtel du Canal', amount: '96.00' },
      ],
    },
  },
  {
    what: 'English, a mileage claim with merchants',
    text: `EXPENSE CLAIM FORM

Name: Olive Castellan
Claim No: 2025/17
Submitted: 07/11/2025
Manager: Piers Dunmore

Date         Merchant             Expense Type     Tax       Amount
11/03/2025   Copper Kettle Cafe   Meals            1.10       14.60
11/04/2025   Harbor Parking       Parking          0.00       12.00
11/05/2025   Union Cabs           Taxi             0.00       27.40

Total Claimed                                                 54.00
`,
    values: {
      employeeName: 'Olive Castellan',
      reportNumber: '2025/17',
      total: '54.00',
    },
    lists: {
      expenses: [
        { date: '2025-11-03', merchant: 'Copper Kettle Cafe', category: 'Meals', tax: '1.10', amount: '14.60' },
        { date: '2025-11-04', merchant: 'Harbor Parking', category: 'Parking', tax: '0.00', amount: '12.00' },
        { date: '2025-11-05', merchant: 'Union Cabs', category: 'Taxi', tax: '0.00', amount: '27.40' },
      ],
    },
  },
];
