import type { Paper } from './paper.js';

export const INSURANCE_CLAIMS: readonly Paper[] = [
  {
    what: 'English, a notice of claim',
    text: `Northmoor Mutual Insurance
PO Box 410, Leeds LS1 4XQ

NOTICE OF CLAIM

Policy Number:       HM-4471-882
Claim Number:        CLM-2025-00934
Insured:             Felicity Marsden
Address:             9 Beacon Terrace, Whitby YO21 3PU
Telephone:           01947 555 0172
Date of Loss:        3 February 2025
Date Reported:       5 February 2025
Type of Loss:        Storm damage
Location of Loss:    9 Beacon Terrace, Whitby
Description of Loss: Roof tiles torn off by wind, water in the attic
Estimated Amount:    £4,850.00
Deductible:          £250.00
Adjuster:            Gordon Ainslie
`,
    values: {
      insurerName: 'Northmoor Mutual Insurance',
      policyNumber: 'HM-4471-882',
      claimNumber: 'CLM-2025-00934',
      insuredName: 'Felicity Marsden',
      dateOfLoss: '2025-02-03',
      dateReported: '2025-02-05',
      lossType: 'Storm damage',
      lossLocation: '9 Beacon Terrace, Whitby',
      lossDescription: 'Roof tiles torn off by wind, water in the attic',
      estimatedAmount: '4850.00',
      deductible: '250.00',
      adjusterName: 'Gordon Ainslie',
      currency: 'GBP',
    },
  },
  {
    what: 'German, labels above their values',
    text: `Albatros Versicherung AG
Hansaring 40
50670 Köln

Schadenanzeige

Versicherungsschein-Nr.        Schadennummer           Schadentag
KFZ-55-120388                  S-2025-771              11.01.2025

Versicherungsnehmer
Marlene Dahmen
Rosenweg 14, 53111 Bonn

Schadenort: Kreuzung Poststraße / Am Markt, Bonn
Schadenart: Verkehrsunfall
Schadenhergang: Beim Abbiegen wurde das Fahrzeug von hinten angefahren.
Geschätzte Schadenhöhe: 3.200,00 EUR
Selbstbeteiligung: 300,00 EUR
Gemeldet am: 13.01.2025
Sachbearbeiter: Uwe Petersen
`,
    values: {
      insurerName: 'Albatros Versicherung AG',
      policyNumber: 'KFZ-55-120388',
      claimNumber: 'S-2025-771',
      insuredName: 'Marlene Dahmen',
      dateOfLoss: '2025-01-11',
      dateReported: '2025-01-13',
      lossType: 'Verkehrsunfall',
      lossLocation: 'Kreuzung Poststraße / Am Markt, Bonn',
      estimatedAmount: '3200.00',
      deductible: '300.00',
      adjusterName: 'Uwe Petersen',
    },
  },
  {
    what: 'French',
    text: `DÉCLARATION DE SINISTRE

Assureur : Mutuelle des Deux Rives
N° de contrat : 7718-AX-02
N° de sinistre : 2025-04418
Assuré : Bastien Lorrain
Date du sinistre : 27/04/2025
Date de déclaration : 29/04/2025
Nature du sinistre : Dégât des eaux
Lieu du sinistre : 6 place du Marché, 44000 Nantes
Circonstances : Rupture d'un flexible sous l'évier de la cuisine
Montant estimé : 1 940,00 €
Franchise : 150,00 €
Gestionnaire : Odile Ferrand
`,
    values: {
      insurerName: 'Mutuelle des Deux Rives',
      policyNumber: '7718-AX-02',
      claimNumber: '2025-04418',
      insuredName: 'Bastien Lorrain',
      dateOfLoss: '2025-04-27',
      dateReported: '2025-04-29',
      lossType: 'Dégât des eaux',
      lossLocation: '6 place du Marché, 44000 Nantes',
      estimatedAmount: '1940.00',
      deductible: '150.00',
      adjusterName: 'Odile Ferrand',
    },
  },
  {
    what: 'English, a letter',
    text: `Kestrel General Insurance plc
22 Aldersgate Row
London EC1A 9ZZ

Mr Rowan Tilbury
5 Orchard Close
Taunton TA1 4BD

19 May 2025

Claim No: KG/25/10077
Policy No: MTR 660 214

Dear Mr Tilbury,

Thank you for reporting the theft of your bicycle. The date of loss is recorded as
12 May 2025 and your claim was notified on 14 May 2025. The estimated amount of the
loss is £1,350.00, from which the policy excess of £100.00 will be deducted.

Your claim will be handled by our adjuster.

Yours sincerely
Claims Department
`,
    values: {
      insurerName: 'Kestrel General Insurance plc',
      claimNumber: 'KG/25/10077',
      policyNumber: 'MTR 660 214',
      insuredName: 'Mr Rowan Tilbury',
      dateOfLoss: '2025-05-12',
      estimatedAmount: '1350.00',
      deductible: '100.00',
    },
  },
  {
    what: 'Spanish',
    text: `DECLARACIÓN DE SINIESTRO

Compañía aseguradora: Seguros Cantábrico S.A.
Número de póliza: 30-882-104
Número de siniestro: 25/00671
Asegurado: Nerea Olabarri
Fecha del siniestro: 08/07/2025
Fecha de declaración: 09/07/2025
Tipo de siniestro: Incendio
Lugar del siniestro: Calle Uribitarte 3, Bilbao
Importe estimado: 12.700,00 €
Franquicia: 600,00 €
Perito: Jon Arregi
`,
    values: {
      insurerName: 'Seguros Cantábrico S.A.',
      policyNumber: '30-882-104',
      claimNumber: '25/00671',
      insuredName: 'Nerea Olabarri',
      dateOfLoss: '2025-07-08',
      dateReported: '2025-07-09',
      lossType: 'Incendio',
      estimatedAmount: '12700.00',
      deductible: '600.00',
      adjusterName: 'Jon Arregi',
    },
  },
];

export const INSURANCE_POLICIES: readonly Paper[] = [
  {
    what: 'English, a schedule',
    text: `Fenwick Fire & Marine Insurance Ltd
Exchange House, Hull HU1 1AA

POLICY SCHEDULE

Policy Number:     COM-118-2207
Policyholder:      Tidewell Bakery Ltd
Address:           3 Quay Street, Hull HU1 2BX
Policy Period:     1 April 2025 to 31 March 2026
Type of Cover:     Commercial combined
Sum Insured:       £450,000.00
Annual Premium:    £2,318.40
Excess:            £500.00
Broker:            Ellery Brokers
`,
    values: {
      insurerName: 'Fenwick Fire & Marine Insurance Ltd',
      policyNumber: 'COM-118-2207',
      insuredName: 'Tidewell Bakery Ltd',
      effectiveDate: '2025-04-01',
      expirationDate: '2026-03-31',
      coverageType: 'Commercial combined',
      sumInsured: '450000.00',
      premium: '2318.40',
      deductible: '500.00',
      brokerName: 'Ellery Brokers',
    },
  },
  {
    what: 'German',
    text: `Versicherungsschein

Versicherer: Donau Sach Versicherung AG
Versicherungsschein-Nr.: 7.220.118
Versicherungsnehmer: Hannes Brückner
Versicherungsbeginn: 01.07.2025
Versicherungsablauf: 01.07.2026
Sparte: Hausrat
Versicherungssumme: 65.000,00 EUR
Jahresbeitrag: 148,20 EUR
Selbstbeteiligung: 150,00 EUR
`,
    values: {
      insurerName: 'Donau Sach Versicherung AG',
      policyNumber: '7.220.118',
      insuredName: 'Hannes Brückner',
      effectiveDate: '2025-07-01',
      expirationDate: '2026-07-01',
      coverageType: 'Hausrat',
      sumInsured: '65000.00',
      premium: '148.20',
      deductible: '150.00',
    },
  },
];
