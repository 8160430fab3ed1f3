import type { Paper } from './paper.js';

export const TERMINATIONS: readonly Paper[] = [
  {
    what: 'English, a letter of a customer',
    text: `Ida Lund
14 Mill Lane
Norwich NR2 1PD

Tarn Telecom Ltd
PO Box 118
Leeds LS1 4HR

3 May 2026

Notice of termination

Dear Sir or Madam,

I hereby terminate my contract with effect from 30 June 2026.

Contract number: TT-5571-02
Customer number: 884120

Please confirm receipt of this letter in writing.

Yours faithfully
Ida Lund
`,
    values: {
      senderName: 'Ida Lund',
      recipientName: 'Tarn Telecom Ltd',
      noticeDate: '2026-05-03',
      effectiveDate: '2026-06-30',
      contractNumber: 'TT-5571-02',
      customerNumber: '884120',
    },
  },
  {
    what: 'English, without a title, by a company',
    text: `Larkspur Tools Ltd
9 Harbour Road
Bristol BS1 4ST

Quill Cleaning Services Ltd
2 Bank Plain
Norwich NR1 3AA

12 January 2026

Our agreement no: QC-2023/118

Dear Ms Horn,

We are writing to terminate our cleaning contract. It will end at the
end of the notice period, effective 30 April 2026. Please confirm the
termination in writing and send us your last invoice.

Kind regards
Tom Brooks
Larkspur Tools Ltd
`,
    values: { recipientName: 'Quill Cleaning Services Ltd', noticeDate: '2026-01-12', effectiveDate: '2026-04-30' },
  },
  {
    what: 'German, zum',
    text: `Anna Keller
Lindenweg 4
10115 Berlin

Tarn Strom GmbH
Hafenstraße 12
20457 Hamburg

Berlin, 3. Mai 2026

Kündigung

Sehr geehrte Damen und Herren,

hiermit kündige ich meinen Stromvertrag fristgerecht zum 30.06.2026.

Vertragsnummer: 55-771-9
Kundennummer: 88412

Bitte bestätigen Sie mir die Kündigung schriftlich.

Mit freundlichen Grüßen
Anna Keller
`,
    values: {
      senderName: 'Anna Keller',
      recipientName: 'Tarn Strom GmbH',
      noticeDate: '2026-05-03',
      effectiveDate: '2026-06-30',
      contractNumber: '55-771-9',
      customerNumber: '88412',
    },
  },
  {
    what: 'French, à compter du',
    text: `Jean Morel
4 rue du Port
69002 Lyon

Assurances Sable SA
12 avenue Foch
75016 Paris

Lyon, le 3 mai 2026

Résiliation de mon contrat

Madame, Monsieur,

Je souhaite résilier mon contrat d'assurance à compter du 30 juin 2026.

Numéro de contrat : AS-77120

Veuillez agréer, Madame, Monsieur, mes salutations distinguées.

Jean Morel
`,
    values: { noticeDate: '2026-05-03', effectiveDate: '2026-06-30', contractNumber: 'AS-77120' },
  },
  {
    what: 'Dutch, met ingang van',
    text: `Eva Horn
Havenweg 4
3011 AB Rotterdam

Tarn Energie BV
Postbus 118
1000 AA Amsterdam

3 mei 2026

Opzegging contract

Geachte heer, mevrouw,

Hierbij zeg ik mijn contract op met ingang van 30 juni 2026.

Contractnummer: TE-90114

Graag ontvang ik een schriftelijke bevestiging.

Met vriendelijke groet,
Eva Horn
`,
    values: { noticeDate: '2026-05-03', effectiveDate: '2026-06-30', contractNumber: 'TE-90114' },
  },
];
