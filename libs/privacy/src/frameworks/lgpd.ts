import { days, type Framework, OF_PERSONS } from './framework.js';

/** Lei nº 13.709/2018 (Brazil), and resolutions of the ANPD. */
export const lgpd: Framework = {
  id: 'lgpd',
  name: 'LGPD, Lei nº 13.709/2018 (Brazil)',
  texts: [
    {
      title: 'Lei nº 13.709, de 14 de agosto de 2018 (LGPD), Planalto',
      url: 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm',
    },
    {
      title: 'Regulamentações da ANPD (Resoluções CD/ANPD)',
      url: 'https://www.gov.br/anpd/pt-br/acesso-a-informacao/institucional/atos-normativos/regulamentacoes_anpd',
      of: /Resolução/,
    },
  ],
  protects: OF_PERSONS,
  demands: {
    'lawful-basis': {
      source: 'Art. 7, Art. 11',
      asks: 'Each processing has one of the legal bases; sensitive data have one of their own.',
      toDo: 'Write down the legal basis of each purpose for which documents are processed.',
    },
    notice: {
      source: 'Art. 9',
      asks: 'Persons are told purpose, form and time of processing, who processes, and their rights.',
      toDo: 'Name this processing in your privacy notice.',
    },
    minimisation: {
      source: 'Art. 6 III',
      asks: 'Processing is limited to the least that its purpose needs.',
      toDo: 'Leave `piiPolicy.modelInput` at masked, pseudonymized or local-only, or state in `privacy.modelInputBasis` why models need the plain text.',
    },
    redaction: {
      source: 'Art. 5 I',
      asks: 'Information on an identified or identifiable natural person is protected, whatever its type.',
      toDo: 'Leave `piiPolicy.types` empty, or name all types of data on persons.',
    },
    retention: {
      source: 'Art. 15, Art. 16',
      asks: 'Processing ends once its purpose is reached, and the data are then deleted. The law names no number.',
      toDo: 'Set `retentionDays` to what your purposes need.',
    },
    transfers: {
      source: 'Art. 33 to 36, Resolução CD/ANPD 19/2024',
      asks: 'Data leave Brazil only for adequate countries, under guarantees such as standard clauses, or under one of the exceptions.',
      toDo: 'Name the regions that texts may go to in `privacy.transferRegions`, and what allows it in `privacy.transferBasis`.',
    },
    access: {
      source: 'Art. 18 I and II, Art. 19',
      asks: 'Persons get a simple answer at once, or a clear and complete statement within 15 days of asking.',
      within: days(15),
      toDo: 'Answer by an export of the subject.',
    },
    erasure: {
      source: 'Art. 18 IV and VI',
      asks: 'Data that are needless, excessive or processed against the law are made anonymous, blocked or deleted; those processed by consent are deleted, unless Art. 16 keeps them.',
      within: {
        unit: 'none',
        words: 'at once, else the reasons why not (Art. 18 § 4); times as regulation says (§ 5)',
      },
      toDo: 'Answer by an erasure of the subject.',
    },
    rectification: {
      source: 'Art. 18 III',
      asks: 'Incomplete, wrong or outdated data are corrected.',
      within: {
        unit: 'none',
        words: 'at once, else the reasons why not (Art. 18 § 4); times as regulation says (§ 5)',
      },
      toDo: 'Correct values by reviews, and the source they came from.',
    },
    portability: {
      source: 'Art. 18 V',
      asks: 'Data can be taken to another provider.',
      within: { unit: 'none', words: 'as regulation of the ANPD says (Art. 18 V)' },
      toDo: 'Hand over the export of the subject.',
    },
    objection: {
      source: 'Art. 18 § 2, Art. 8 § 5',
      asks: 'Persons may object to processing without consent that breaks the law, and take consent back.',
      within: {
        unit: 'none',
        words: 'at once, else the reasons why not (Art. 18 § 4); times as regulation says (§ 5)',
      },
      toDo: 'Stop submitting documents of persons who object, and erase what is there.',
    },
    security: {
      source: 'Art. 46',
      asks: 'Technical and administrative measures against access by others and accidents.',
      toDo: 'Encrypt disks and backups, and restrict who can reach the database and DATA_DIR.',
    },
    records: {
      source: 'Art. 37, Resolução CD/ANPD 15/2024 Art. 10',
      asks: 'There are records of processing, and of breaches for at least five years.',
      toDo: 'Keep the record of processing operations; the audit trail shows what was done with documents.',
    },
    'breach-notice': {
      source: 'Art. 48, Resolução CD/ANPD 15/2024 Art. 6 and 9',
      asks: 'Where a breach may bring relevant risk or harm, the ANPD and the persons are told within three working days of knowing that it concerned personal data.',
      within: { unit: 'business-days', count: 3 },
      toDo: 'Have a person and a procedure for breaches.',
    },
    'responsible-person': {
      source: 'Art. 41',
      asks: 'Somebody is named who is responsible for the processing of data.',
      toDo: 'Name the encarregado and say how to reach them.',
    },
  },
};
