import { layout, pattern, ramp, text, title, type TypeCues } from './cue-model.js';

export const COURT_FILING: TypeCues = {
  type: 'court_filing',
  names: ['complaint', 'motion', 'judgment', 'summons', 'subpoena', 'klage', 'urteil', 'sentencia'],
  cues: [
    title(
      'the title of a pleading or decision',
      3,
      'complaint | motion to | motion for | order granting | order denying | summons | subpoena',
      'notice of appeal | judgment | opinion | memorandum of law | brief | answer to complaint | klageschrift',
      'urteil | beschluss | assignation | jugement | arret | demanda | sentencia | sentenza | ricorso',
      'peticao inicial | sentenca',
    ),
    text(
      'a court',
      2.6,
      'in the united states district court | united states district court | superior court | district court',
      'court of appeals | supreme court | bankruptcy court | high court of justice | landgericht | amtsgericht',
      'oberlandesgericht | bundesgerichtshof | tribunal judiciaire | cour dappel | juzgado | tribunal supremo',
      'tribunale di | corte di cassazione | tribunal de justica',
    ),
    text(
      'opposing parties',
      2.2,
      'plaintiff | plaintiffs | defendant | defendants | petitioner | respondent | appellant | appellee',
      'klager | beklagte | beklagten | demandeur | defendeur | demandante | demandado | attore | convenuto',
      'autor | reu',
    ),
    text(
      'a case number',
      1.2,
      'case no | civil action no | docket no | cause no | aktenzeichen | numero de role | procedimiento | r g n',
      'processo n',
    ),
    text(
      'what a court is asked or says',
      1.4,
      'comes now | prayer for relief | cause of action | it is hereby ordered | jury trial demanded',
      'attorney for plaintiff | attorneys for | respectfully submitted | im namen des volkes | tatbestand',
      'entscheidungsgrunde | par ces motifs | fallo | p q m',
    ),
    pattern('the v. between parties', 0.8, /\n\s*(?:v|vs|-against-)\.?\s*\n/i),
    text('a contract', -2, 'by and between | this agreement | governing law'),
  ],
};

export const POWER_OF_ATTORNEY: TypeCues = {
  type: 'power_of_attorney',
  names: ['power of attorney', 'vollmacht', 'procuration', 'poder', 'procura'],
  cues: [
    title(
      'the title of a power of attorney',
      4.4,
      'power of attorney | durable power of attorney | limited power of attorney | general power of attorney',
      'vollmacht | vorsorgevollmacht | generalvollmacht | procuration | poder notarial | poder general',
      'procura | procura speciale | procuracao',
    ),
    text(
      'an appointment of an attorney',
      2,
      'attorney in fact | true and lawful attorney | hereby appoint | do hereby constitute and appoint',
      'bevollmachtige | bevollmachtigt | bevollmachtigte | donne pouvoir | mandataire | confiero poder',
      'apoderado | nomino procuratore | outorgante',
    ),
    text('a notary', 0.8, 'notary public | acknowledged before me | notar | notaire | notario | notaio'),
    text('a tax authority', -1, 'internal revenue service'),
  ],
};

export const LEGAL_DOCUMENT: TypeCues = {
  type: 'legal_document',
  names: [
    'will',
    'deed',
    'affidavit',
    'testament',
    'bylaws',
    'articles of incorporation',
    'statute',
    'satzung',
    'escritura',
  ],
  cues: [
    title(
      'the title of a legal instrument',
      4,
      'last will and testament | affidavit | deed | warranty deed | quitclaim deed | deed of trust',
      'articles of incorporation | bylaws | by laws | resolution | declaration of trust | living will',
      'promissory note | release of liability | cease and desist | testament | satzung',
      'gesellschafterbeschluss | eidesstattliche versicherung | statuts | acte notarie | testamento',
      'escritura publica | estatutos | statuto | atto notarile | declaracao | privacy policy | terms of service',
      'terms of use',
    ),
    text(
      'an oath',
      1.4,
      'being duly sworn | sworn and subscribed | subscribed and sworn | deposes and says | further affiant',
      'an eides statt | under oath',
    ),
    text(
      'a grant, gift or bequest',
      1.4,
      'i give devise and bequeath | executor | testator | grantor | grantee | beneficiary | trustee | legatee',
      'erblasser | erbe | notaire | otorgante',
    ),
    text('a notary', 0.8, 'notary public | my commission expires | notar | notario | notaio'),
    text('legal speech', 0.6, 'hereby | herein | thereof | hereof | resolved that | be it resolved'),
    layout('running text', 0.6, (page) => ramp(page.prose, 0.4, 0.8)),
    text('two parties that agree', -2, 'by and between | this agreement | joint filing | confidential information'),
    text('a public form', -1.5, 'omb no | internal revenue service'),
  ],
};
