import { layout, ramp, text, title, type TypeCues } from './cue-model.js';

export const CERTIFICATE: TypeCues = {
  type: 'certificate',
  names: [
    'certificate',
    'marriage certificate',
    'birth certificate',
    'zertifikat',
    'urkunde',
    'certificat',
    'certificado',
    'certificato',
    'diploma',
  ],
  cues: [
    title(
      'the title of a certificate',
      3.8,
      'certificate | certificate of | marriage certificate | certificate of marriage | birth certificate',
      'death certificate | certificate of live birth | certificate of incorporation | certificate of completion',
      'certificate of achievement | certificate of good standing | certificate of origin',
      'certificate of registration | certificate of title | certificate of conformity | marriage license',
      'license and certificate of marriage | diploma | urkunde | heiratsurkunde | eheurkunde | geburtsurkunde',
      'sterbeurkunde | zertifikat | zeugnis | bescheinigung | certificat | acte de mariage | acte de naissance',
      'diplome | certificado | acta de nacimiento | acta de matrimonio | certificato | attestato | certidao',
    ),
    text(
      'a sentence that certifies',
      2.6,
      'hereby certify | this is to certify | certify that | this certifies that | is hereby awarded',
      'is awarded to | has successfully completed | is presented to | hiermit wird bescheinigt',
      'wird hiermit bestatigt | certifie que | atteste que | se certifica que | certifica que',
      'si certifica che | si attesta che',
    ),
    text(
      'a marriage or birth',
      2,
      'marriage | married | solemnized | bride | groom | spouse | officiant | united in marriage',
      'holy matrimony | registrar | witnesses | maiden name | eheschliessung | standesbeamter | epoux | epouse',
      'conyuge | matrimonio | casamento | place of marriage | date of marriage',
    ),
    text(
      'a seal',
      1,
      'seal | official seal | signature of | certified copy | vital records | bureau of vital statistics',
      'state of | county of | in testimony whereof',
    ),
    layout('few words', 0.6, (page) => ramp(page.words, 260, 120) * ramp(page.words, 2, 12)),
    text(
      'a tax authority',
      -3,
      'internal revenue service | department of the treasury | taxpayer identification number',
      'beneficial owner | tax withholding | finanzamt',
    ),
    text('a contract', -2, 'by and between | this agreement | whereas | governing law'),
    text(
      'insurance cover',
      -2,
      'certificate of insurance | certificate of liability insurance | policy number | insured',
    ),
    layout('many words', -2, (page) => ramp(page.words, 400, 900)),
  ],
};
