import type { Paper } from './paper.js';

export const PAYSLIPS: readonly Paper[] = [
  {
    what: 'English, labels on the left, two tables',
    text: `Brambleway Logistics Ltd
14 Foundry Lane
Leicester LE1 3QT

PAYSLIP

Employee Name:     Joanna Prewitt            Pay Date:      28/03/2025
Employee No:       BL-0417                   Pay Period:    01/03/2025 - 31/03/2025
Department:        Dispatch                  NI Number:     QQ 12 34 56 C
Job Title:         Shift Supervisor          Tax Code:      1257L

Payments                 Hours        Rate        Amount
Basic Pay               160.00       15.50      2,480.00
Overtime                 10.00       23.25        232.50

Deductions                                        Amount
Income Tax                                        332.90
National Insurance                                133.16
Pension                                           124.00

Total Gross Pay                                 2,712.50
Total Deductions                                  590.06
Net Pay                                         2,122.44

Paid by bank transfer to GB33 BUKB 2020 1555 5555 55
`,
    values: {
      employerName: 'Brambleway Logistics Ltd',
      employerAddress: '14 Foundry Lane Leicester LE1 3QT',
      socialSecurityNumber: 'QQ 12 34 56 C',
      employeeName: 'Joanna Prewitt',
      employeeNumber: 'BL-0417',
      department: 'Dispatch',
      jobTitle: 'Shift Supervisor',
      payDate: '2025-03-28',
      payPeriodStart: '2025-03-01',
      payPeriodEnd: '2025-03-31',
      grossPay: '2712.50',
      totalDeductions: '590.06',
      incomeTax: '332.90',
      netPay: '2122.44',
      iban: 'GB33BUKB20201555555555',
    },
    absent: ['employeeAddress'],
    lists: {
      earnings: [
        { description: 'Basic Pay', quantity: '160.00', rate: '15.50', amount: '2480.00' },
        { description: 'Overtime', quantity: '10.00', rate: '23.25', amount: '232.50' },
      ],
      deductions: [
        { description: 'Income Tax', amount: '332.90' },
        { description: 'National Insurance', amount: '133.16' },
        { description: 'Pension', amount: '124.00' },
      ],
    },
  },
  {
    what: 'German, a month as its period',
    text: `Kessler Maschinenbau GmbH
Industriestraße 7
89073 Ulm

Herrn
Tobias Renner
Ahornweg 3
89081 Ulm

Entgeltabrechnung für Mai 2025

Personalnummer: 20418          Steuerklasse: 1
Eintritt: 01.02.2019           Abteilung: Montage
Sozialversicherungsnummer: 12 190488 R 017

Lohnart                      Betrag
Gehalt                     3.650,00
VWL Arbeitgeberanteil         27,00

Gesamtbrutto               3.677,00
Lohnsteuer                   472,16
Krankenversicherung          314,38
Rentenversicherung           341,96
Arbeitslosenversicherung      47,80
Gesetzliche Abzüge         1.176,30
Gesetzliches Netto         2.500,70
Überweisung VWL               40,00
Auszahlungsbetrag          2.460,70 EUR

Bankverbindung: DE89 3704 0044 0532 0130 00
`,
    values: {
      employerName: 'Kessler Maschinenbau GmbH',
      employerAddress: 'Industriestraße 7 89073 Ulm',
      employeeAddress: 'Ahornweg 3 89081 Ulm',
      socialSecurityNumber: '12 190488 R 017',
      employeeName: 'Herrn Tobias Renner',
      employeeNumber: '20418',
      department: 'Montage',
      payPeriodStart: '2025-05-01',
      payPeriodEnd: '2025-05-31',
      grossPay: '3677.00',
      incomeTax: '472.16',
      totalDeductions: '1176.30',
      netPay: '2500.70',
      paidAmount: '2460.70',
      iban: 'DE89370400440532013000',
      currency: 'EUR',
    },
  },
  {
    what: 'French, a period in words and a table of contributions',
    text: `BULLETIN DE PAIE

Employeur : Menuiserie Vauclair SARL
12 rue des Tanneurs, 69007 Lyon
SIRET : 732 829 320 00074

Salarié : Amélie Courcel
Matricule : 00231
Emploi : Chargée de projet
N° de sécurité sociale : 2 84 05 69 123 045 67
Période du 01/02/2025 au 28/02/2025
Date de paiement : 28/02/2025

Rubrique                        Base        Taux       Montant
Sécurité sociale plafonnée   2 600,00       6,90        179,40
Assurance vieillesse         2 600,00       0,40         10,40
CSG déductible               2 554,50       6,80        173,71
Retraite complémentaire      2 600,00       3,15         81,90

Salaire brut                                          2 600,00
Total des retenues                                      445,41
Net à payer avant impôt                               2 154,59
Impôt prélevé à la source                                86,18
Net payé                                              2 068,41
`,
    values: {
      employerName: 'Menuiserie Vauclair SARL',
      employerAddress: '12 rue des Tanneurs, 69007 Lyon',
      employeeName: 'Amélie Courcel',
      employeeNumber: '00231',
      jobTitle: 'Chargée de projet',
      payPeriodStart: '2025-02-01',
      payPeriodEnd: '2025-02-28',
      payDate: '2025-02-28',
      grossPay: '2600.00',
      totalDeductions: '445.41',
      netPay: '2154.59',
      incomeTax: '86.18',
      paidAmount: '2068.41',
    },
  },
  {
    what: 'Spanish, labels above their values',
    text: `Conservas La Marea S.A.                NÓMINA
Calle del Puerto 18, 36201 Vigo

Trabajador                    N.º de empleado         Categoría
Iker Landaburu Sanz           4471                    Operario

Periodo de liquidación                                Fecha de pago
01/06/2025 al 30/06/2025                              30/06/2025

Devengos
Salario base                                          1.450,00
Plus de convenio                                        180,00

Deducciones
Contingencias comunes                                    76,61
Desempleo                                                25,27
IRPF                                                    163,00

Total devengado                                       1.630,00
Total deducciones                                       264,88
Líquido a percibir                                    1.365,12
`,
    values: {
      employerName: 'Conservas La Marea S.A.',
      employeeName: 'Iker Landaburu Sanz',
      employeeNumber: '4471',
      payPeriodStart: '2025-06-01',
      payPeriodEnd: '2025-06-30',
      payDate: '2025-06-30',
      grossPay: '1630.00',
      totalDeductions: '264.88',
      incomeTax: '163.00',
      netPay: '1365.12',
    },
    lists: {
      deductions: [
        { description: 'Contingencias comunes', amount: '76.61' },
        { description: 'Desempleo', amount: '25.27' },
        { description: 'IRPF', amount: '163.00' },
      ],
    },
  },
  {
    what: 'an American pay stub with figures of the year to date',
    text: `Copperfield Dental Group LLC
980 Juniper Ave, Boulder, CO 80302

EARNINGS STATEMENT

Employee: Darnell Whitcomb
Employee ID: 10882
Pay Period: 04/01/2025 to 04/15/2025
Check Date: 04/18/2025

Earnings        Hours      Rate       Current          YTD
Regular         80.00     32.00      2,560.00    17,920.00
Holiday          8.00     32.00        256.00       512.00

Gross Pay                            2,816.00    18,432.00

Deductions                            Current          YTD
Federal Income Tax                     310.20     2,030.45
Social Security                        174.59     1,142.78
Medicare                                40.83       267.26

Total Deductions                       525.62     3,440.49
Net Pay                              2,290.38    14,991.51
`,
    values: {
      employerName: 'Copperfield Dental Group LLC',
      employeeName: 'Darnell Whitcomb',
      employeeNumber: '10882',
      payPeriodStart: '2025-04-01',
      payPeriodEnd: '2025-04-15',
      payDate: '2025-04-18',
      grossPay: '2816.00',
      totalDeductions: '525.62',
      netPay: '2290.38',
    },
    lists: {
      deductions: [
        { description: 'Federal Income Tax', amount: '310.20', yearToDate: '2030.45' },
        { description: 'Social Security', amount: '174.59', yearToDate: '1142.78' },
        { description: 'Medicare', amount: '40.83', yearToDate: '267.26' },
      ],
    },
  },
  {
    what: 'Italian, a month as its period',
    text: `CEDOLINO PAGA

Azienda: Ceramiche Valdoro S.p.A.
Via Emilia 210, 41121 Modena

Dipendente: Chiara Montesanto
Matricola: 0087
Qualifica: Impiegata
Mese di retribuzione: Marzo 2025

Totale competenze          2.310,00
Ritenute INPS                212,29
IRPEF                        298,40
Totale trattenute            510,69
Netto in busta             1.799,31
Accredito su IBAN IT60X0542811101000000123456
`,
    values: {
      employerName: 'Ceramiche Valdoro S.p.A.',
      employeeName: 'Chiara Montesanto',
      employeeNumber: '0087',
      jobTitle: 'Impiegata',
      payPeriodStart: '2025-03-01',
      payPeriodEnd: '2025-03-31',
      grossPay: '2310.00',
      incomeTax: '298.40',
      totalDeductions: '510.69',
      netPay: '1799.31',
      iban: 'IT60X0542811101000000123456',
    },
  },
];
