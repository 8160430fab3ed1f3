import type { Paper } from './paper.js';

export const RESUMES: readonly Paper[] = [
  {
    what: 'English, title and employer in one line, period at the right edge',
    text: `Imogen Farrow
Bristol, United Kingdom
imogen.farrow@example.org   +44 7700 900 412

PROFESSIONAL SUMMARY
Production planner with nine years in food manufacturing.

WORK EXPERIENCE

Senior Production Planner, Millstone Foods Ltd            2019 - Present
- Plans four lines for a site with 220 people
- Cut changeover time by a third

Production Planner, Avonvale Dairies Ltd                  2015 - 2019
- Kept the weekly schedule of two dairies

EDUCATION

BSc Food Science, University of Wexcombe                  2012 - 2015

SKILLS
SAP, Demand forecasting, Excel

LANGUAGES
English, French
`,
    values: {
      personName: 'Imogen Farrow',
      email: 'imogen.farrow@example.org',
      phone: '+44 7700 900 412',
      location: 'Bristol, United Kingdom',
    },
    lists: {
      positions: [
        { title: 'Senior Production Planner', organization: 'Millstone Foods Ltd', period: '2019 - Present' },
        { title: 'Production Planner', organization: 'Avonvale Dairies Ltd', period: '2015 - 2019' },
      ],
      education: [{ degree: 'BSc Food Science', institution: 'University of Wexcombe', period: '2012 - 2015' }],
      skills: [{ name: 'SAP' }, { name: 'Demand forecasting' }, { name: 'Excel' }],
      languages: [{ name: 'English' }, { name: 'French' }],
    },
  },
  {
    what: 'German, periods in a column of their own',
    text: `LEBENSLAUF

Name:             Carsten Wiegand
Geburtsdatum:     14.08.1987
Anschrift:        Lindenallee 12, 01097 Dresden
Telefon:          +49 351 555 0188
E-Mail:           carsten.wiegand@example.de

BERUFSERFAHRUNG

03/2018 - heute       Teamleiter Qualitätssicherung
                      Elbtal Präzisionstechnik GmbH, Dresden
                      - Führung von acht Mitarbeitenden

09/2012 - 02/2018     Qualitätsingenieur
                      Werkzeugbau Sandow AG, Chemnitz

AUSBILDUNG

10/2007 - 08/2012     Diplom Maschinenbau
                      Technische Universität Dresden

KENNTNISSE
CAQ-Systeme, SPC, Minitab

SPRACHEN
Deutsch, Englisch
`,
    values: {
      personName: 'Carsten Wiegand',
      dateOfBirth: '1987-08-14',
      email: 'carsten.wiegand@example.de',
      phone: '+49 351 555 0188',
    },
    lists: {
      positions: [
        {
          title: 'Teamleiter Qualitätssicherung',
          organization: 'Elbtal Präzisionstechnik GmbH',
          period: '03/2018 - heute',
        },
        { title: 'Qualitätsingenieur', organization: 'Werkzeugbau Sandow AG', period: '09/2012 - 02/2018' },
      ],
      education: [
        {
          degree: 'Diplom Maschinenbau',
          institution: 'Technische Universität Dresden',
          period: '10/2007 - 08/2012',
        },
      ],
      skills: [{ name: 'CAQ-Systeme' }, { name: 'SPC' }, { name: 'Minitab' }],
      languages: [{ name: 'Deutsch' }, { name: 'Englisch' }],
    },
  },
  {
    what: 'French, bulleted skills',
    text: `Solène Garrigue
Chargée de communication
12 rue Paradis, 13006 Marseille
Tél. : 06 55 50 12 34
solene.garrigue@example.fr

EXPÉRIENCE PROFESSIONNELLE

2020 - 2024   Chargée de communication, Agence Calanque SARL
2017 - 2020   Assistante marketing, Éditions du Rove

FORMATION

2015 - 2017   Master Communication, Université de Provence

COMPÉTENCES
- Rédaction
- Gestion de réseaux sociaux
- InDesign

LANGUES
- Français
- Italien
`,
    values: {
      personName: 'Solène Garrigue',
      email: 'solene.garrigue@example.fr',
      phone: '06 55 50 12 34',
    },
    lists: {
      positions: [
        { title: 'Chargée de communication', organization: 'Agence Calanque SARL', period: '2020 - 2024' },
        { title: 'Assistante marketing', organization: 'Éditions du Rove', period: '2017 - 2020' },
      ],
      education: [{ degree: 'Master Communication', institution: 'Université de Provence', period: '2015 - 2017' }],
      skills: [{ name: 'Rédaction' }, { name: 'Gestion de réseaux sociaux' }, { name: 'InDesign' }],
      languages: [{ name: 'Français' }, { name: 'Italien' }],
    },
  },
  {
    what: 'English, employer above the title',
    text: `CURRICULUM VITAE

Tariq Belsham
Email: tariq.belsham@example.com
Phone: (312) 555-0147
Location: Chicago, IL

EMPLOYMENT HISTORY

Lakeshore Credit Union
Data Analyst
June 2021 - December 2024
Built the reports that the branch managers use every week.

Prairie State Bank
Junior Analyst
July 2018 - May 2021
Reconciled card transactions and kept the ledger of disputes.

EDUCATION

University of Southmere
Bachelor of Science in Statistics
2014 - 2018

LANGUAGES
English (native), Urdu (fluent)
`,
    values: {
      personName: 'Tariq Belsham',
      email: 'tariq.belsham@example.com',
      phone: '(312) 555-0147',
      location: 'Chicago, IL',
    },
    lists: {
      positions: [
        { title: 'Data Analyst', organization: 'Lakeshore Credit Union', period: 'June 2021 - December 2024' },
        { title: 'Junior Analyst', organization: 'Prairie State Bank', period: 'July 2018 - May 2021' },
      ],
      education: [
        {
          degree: 'Bachelor of Science in Statistics',
          institution: 'University of Southmere',
          period: '2014 - 2018',
        },
      ],
      languages: [{ name: 'English (native)' }, { name: 'Urdu (fluent)' }],
    },
  },
  {
    what: 'Spanish',
    text: `Nombre: Lucía Barrientos
Correo electrónico: lucia.barrientos@example.es
Teléfono: 611 555 018
Dirección: Calle Larios 8, 29005 Málaga

EXPERIENCIA LABORAL

Jefa de almacén | Aceites Axarquía S.L. | 2018 - actualidad
Auxiliar de logística | Transportes Guadalhorce | 2014 - 2018

FORMACIÓN ACADÉMICA

Grado en Logística | Universidad de Almedina | 2010 - 2014

IDIOMAS
Español, Inglés, Alemán
`,
    values: {
      personName: 'Lucía Barrientos',
      email: 'lucia.barrientos@example.es',
      phone: '611 555 018',
    },
    lists: {
      positions: [
        { title: 'Jefa de almacén', organization: 'Aceites Axarquía S.L.', period: '2018 - actualidad' },
        { title: 'Auxiliar de logística', organization: 'Transportes Guadalhorce', period: '2014 - 2018' },
      ],
      education: [{ degree: 'Grado en Logística', institution: 'Universidad de Almedina', period: '2010 - 2014' }],
      languages: [{ name: 'Español' }, { name: 'Inglés' }, { name: 'Alemán' }],
    },
  },
];
