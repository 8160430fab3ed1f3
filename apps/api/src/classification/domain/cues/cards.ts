import { layout, pattern, ramp, text, tillShape, type TypeCues } from './cue-model.js';

export const BUSINESS_CARD: TypeCues = {
  type: 'business_card',
  names: ['business card', 'businesscard', 'visitenkarte', 'carte de visite', 'biglietto da visita'],
  cues: [
    layout(
      'an e-mail address or web address among few words',
      2,
      (page) => Number(page.emails + page.urls > 0) * ramp(page.words, 80, 45),
    ),
    layout('telephone numbers among few words', 1.2, (page) => ramp(page.phones, 0, 2) * ramp(page.words, 80, 45)),
    layout('few words', 1.6, (page) => ramp(page.words, 60, 35) * ramp(page.words, 2, 8)),
    text(
      'a role in a company',
      1.8,
      'manager | director | engineer | president | vice president | ceo | cto | cfo | founder | consultant',
      'senior | researcher | scientist | sales representative | architect | attorney | designer | professor',
      'department | head of | geschaftsfuhrer | vertrieb | leiter | directeur | gerente | direttore',
      'responsabile | diretor | dr',
    ),
    pattern(
      'labels of a card (mobile, phone, fax)',
      1.4,
      /\b(?:mob(?:ile|il)?|cell|tel|fax|phone|direct|office|web|e-?mail|t|m|f|p|e)\s?[.:|]\s?[+(\d\w]/i,
    ),
    text('a street address', 0.4, 'street | avenue | road | suite | floor | strasse | rue | calle | via | rua'),
    layout('a tall and narrow page', -2.5, tillShape),
    layout('many words', -6, (page) => ramp(page.words, 80, 140)),
    layout('lines that end in amounts', -4, (page) => ramp(page.amountLines, 0, 2)),
    text(
      'words of other documents',
      -3,
      'invoice | receipt | total | date of birth | valid thru | member id | license | dear | order | cash | tax',
      'rx | policy',
    ),
    layout('a machine-readable zone or card number', -4, (page) => page.hasMachineReadableZone || page.hasCardNumber),
    layout('a mail', -4, (page) => page.isEmail),
  ],
};

export const INSURANCE_CARD: TypeCues = {
  type: 'insurance_card',
  names: [
    'insurance card',
    'health insurance card',
    'member card',
    'versichertenkarte',
    'insurancecard',
    'tarjeta sanitaria',
  ],
  cues: [
    text(
      'a member of a plan',
      2.4,
      'member id | member name | member number | id number | identification number | subscriber | subscriber id',
      'enrollee | insured name | member services | medicare number | versichertennummer | numero dassure',
      'numero de afiliado | member | dependents',
    ),
    text(
      'a group or plan',
      1.8,
      'group number | group no | group | grp | plan type | health plan | plan | ppo | hmo | epo | medicaid',
      'medicare | blue cross | payer id | effective date | coverage date | network',
    ),
    text(
      'a pharmacy benefit',
      3,
      'rxbin | rx bin | rxpcn | rx pcn | rxgrp | rx grp | rxgroup | rxid | pharmacy benefits | prescription',
    ),
    text(
      'co-payments',
      2.4,
      'copay | copays | copayment | co pay | office visit | specialist | urgent care | emergency room | er',
      'deductible | out of pocket | coinsurance | primary care | pcp',
    ),
    text(
      'a health insurer',
      1.4,
      'health insurance | health insurance card | insurance | healthcare | krankenkasse | krankenversicherung',
      'assurance maladie | carte vitale | tarjeta sanitaria | tessera sanitaria | submit claims | claims to',
      'dental | vision',
    ),
    layout('few words', 1.2, (page) => ramp(page.words, 150, 80) * ramp(page.words, 2, 10)),
    layout('a tall and narrow page', -2.5, tillShape),
    layout('many words', -5, (page) => ramp(page.words, 180, 350)),
    text('words of other documents', -2, 'invoice | receipt | amount due | payers tin | claim form | diagnosis'),
  ],
};
