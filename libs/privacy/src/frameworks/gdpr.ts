import { type Framework, OF_PERSONS } from './framework.js';

const MONTH = { unit: 'months', count: 1 } as const;
/** Art. 12(3): where that is necessary, and said within the first month. */
const LONGER = { unit: 'months', count: 2 } as const;

/** Regulation (EU) 2016/679. */
export const gdpr: Framework = {
  id: 'gdpr',
  name: 'GDPR, Regulation (EU) 2016/679',
  texts: [
    {
      title: 'Regulation (EU) 2016/679 (General Data Protection Regulation), EUR-Lex',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
  ],
  protects: OF_PERSONS,
  demands: {
    'lawful-basis': {
      source: 'Art. 6(1), Art. 9(2)',
      asks: 'Each processing has a legal basis; special categories of data have one of their own.',
      toDo: 'Write down the legal basis of each purpose for which documents are processed.',
    },
    notice: {
      source: 'Art. 13, Art. 14',
      asks: 'Persons are told who processes their data, what for, for how long, and which rights they have.',
      toDo: 'Name this processing in your privacy notice.',
    },
    minimisation: {
      source: 'Art. 5(1)(c), Art. 25(1)',
      asks: 'Only data that the purpose needs are processed, and measures such as pseudonyms see to it.',
      toDo: 'Leave `piiPolicy.modelInput` at masked, pseudonymized or local-only, or state in `privacy.modelInputBasis` why models need the plain text.',
    },
    redaction: {
      source: 'Art. 4(1), Art. 5(1)(c)',
      asks: 'Any information on an identifiable natural person is protected, whatever its type.',
      toDo: 'Leave `piiPolicy.types` empty, or name all types of data on persons.',
    },
    retention: {
      source: 'Art. 5(1)(e), Art. 30(1)(f)',
      asks: 'Data are kept no longer than their purpose needs. The law names no number: you have to, and have to keep to it.',
      toDo: 'Set `retentionDays` to what your purposes need.',
    },
    transfers: {
      source: 'Art. 44 to 49',
      asks: 'Data leave for third countries only under an adequacy decision, appropriate safeguards, or one of the exceptions.',
      toDo: 'Name the regions that texts may go to in `privacy.transferRegions`, and what allows it in `privacy.transferBasis`.',
    },
    access: {
      source: 'Art. 15, Art. 12(3)',
      asks: 'Persons get what is held on them. Two further months are possible where that is said within the first.',
      within: MONTH,
      extension: LONGER,
      toDo: 'Answer requests by an export of the subject.',
    },
    erasure: {
      source: 'Art. 17, Art. 12(3)',
      asks: 'Data are erased without undue delay where they are no longer needed, consent is withdrawn, the person objects, or processing was unlawful, unless Art. 17(3) excepts it.',
      within: MONTH,
      extension: LONGER,
      toDo: 'Answer requests by an erasure of the subject.',
    },
    rectification: {
      source: 'Art. 16, Art. 12(3)',
      asks: 'Wrong data are corrected without undue delay.',
      within: MONTH,
      extension: LONGER,
      toDo: 'Correct values by reviews, and the source they came from.',
    },
    portability: {
      source: 'Art. 20, Art. 12(3)',
      asks: 'Persons get the data that they provided in a structured, commonly used, machine-readable form.',
      within: MONTH,
      extension: LONGER,
      toDo: 'Hand over the export of the subject.',
    },
    objection: {
      source: 'Art. 21, Art. 12(3)',
      asks: 'Persons may object to processing for legitimate interests or direct marketing.',
      within: MONTH,
      extension: LONGER,
      toDo: 'Stop submitting documents of persons who object, and erase what is there.',
    },
    security: {
      source: 'Art. 32(1)',
      asks: 'Security appropriate to the risk, encryption and pseudonyms among the measures.',
      toDo: 'Encrypt disks and backups, and restrict who can reach the database and DATA_DIR.',
    },
    records: {
      source: 'Art. 5(2), Art. 30, Art. 33(5)',
      asks: 'There are records of processing and of breaches, and it can be shown that the principles are kept.',
      toDo: 'Keep the record of processing activities; the audit trail shows what was done with documents.',
    },
    'breach-notice': {
      source: 'Art. 33(1), Art. 34(1)',
      asks: 'The authority is told, where feasible within 72 hours of becoming aware, unless a risk is unlikely; persons without undue delay where the risk is high.',
      within: { unit: 'hours', count: 72 },
      toDo: 'Have a person and a procedure for breaches.',
    },
    'responsible-person': {
      source: 'Art. 37 to 39',
      asks: 'A data protection officer is named where core activities need one.',
      toDo: 'Find out whether you need one, and name one.',
    },
  },
};
