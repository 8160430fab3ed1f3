import { days, type Framework, OF_PERSONS } from './framework.js';

/** Personal Information Protection and Electronic Documents Act, S.C. 2000, c. 5 (Canada); principles are those of its Schedule 1. */
export const pipeda: Framework = {
  id: 'pipeda',
  name: 'PIPEDA, S.C. 2000, c. 5 (Canada)',
  texts: [
    {
      title: 'Personal Information Protection and Electronic Documents Act, Justice Laws Website',
      url: 'https://laws-lois.justice.gc.ca/eng/acts/P-8.6/',
    },
    {
      title: 'Breach of Security Safeguards Regulations (SOR/2018-64), Justice Laws Website',
      url: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2018-64/',
      of: /Safeguards Regulations/,
    },
  ],
  protects: OF_PERSONS,
  demands: {
    'lawful-basis': {
      source: 's 7, Schedule 1 clause 4.3',
      asks: 'Knowledge and consent, where section 7 knows no exception.',
      toDo: 'Write down the consent or exception for each purpose for which documents are processed.',
    },
    notice: {
      source: 'Schedule 1 clauses 4.2, 4.8',
      asks: 'Purposes are identified before collection, and policies are open.',
      toDo: 'Name this processing in your privacy policy.',
    },
    minimisation: {
      source: 's 5(3), Schedule 1 clauses 4.4, 4.5',
      asks: 'Only what the purpose needs is collected, used and disclosed.',
      toDo: 'Leave `piiPolicy.modelInput` at masked, pseudonymized or local-only, or state in `privacy.modelInputBasis` why models need the plain text.',
    },
    redaction: {
      source: 's 2(1)',
      asks: 'Information about an identifiable individual is protected, whatever its type.',
      toDo: 'Leave `piiPolicy.types` empty, or name all types of data on persons.',
    },
    retention: {
      source: 'Schedule 1 clauses 4.5.2, 4.5.3',
      asks: 'Guidelines should say how long data are kept at least and at most; what is no longer needed should be destroyed, erased or made anonymous. The law names no number.',
      toDo: 'Set `retentionDays` to what your purposes need.',
    },
    transfers: {
      source: 'Schedule 1 clause 4.1.3',
      asks: 'Who processes data for you protects them as well as you do, by contract or other means.',
      toDo: 'Name the regions that texts may go to in `privacy.transferRegions`, and what binds the recipients in `privacy.transferBasis`.',
    },
    access: {
      source: 's 8(3), s 8(4), Schedule 1 clause 4.9',
      asks: 'Individuals get the information on them. Another 30 days are possible where that is said.',
      within: days(30),
      extension: days(30),
      toDo: 'Answer by an export of the subject.',
    },
    rectification: {
      source: 'Schedule 1 clause 4.9.5',
      asks: 'What is shown to be inaccurate or incomplete is amended: corrected, deleted or added to.',
      within: { unit: 'none', words: 'no time is named' },
      toDo: 'Correct values by reviews, and the source they came from.',
    },
    objection: {
      source: 'Schedule 1 clause 4.3.8',
      asks: 'Individuals may withdraw consent on reasonable notice.',
      within: { unit: 'none', words: 'reasonable notice' },
      toDo: 'Stop submitting documents of persons who withdraw, and erase what no purpose needs.',
    },
    security: {
      source: 'Schedule 1 clause 4.7',
      asks: 'Safeguards appropriate to the sensitivity, encryption among them (4.7.3).',
      toDo: 'Encrypt disks and backups, and restrict who can reach the database and DATA_DIR.',
    },
    records: {
      source: 's 10.3, Breach of Security Safeguards Regulations s 6',
      asks: 'A record of every breach of safeguards is kept for 24 months after the day on which it was determined.',
      toDo: 'Keep a record of breaches; the audit trail shows what was done with documents.',
    },
    'breach-notice': {
      source: 's 10.1',
      asks: 'The Commissioner and the individuals are told of a real risk of significant harm.',
      within: { unit: 'none', words: 'as soon as feasible' },
      toDo: 'Have a person and a procedure for breaches.',
    },
    'responsible-person': {
      source: 'Schedule 1 clause 4.1',
      asks: 'Somebody is named who is accountable.',
      toDo: 'Name that person.',
    },
  },
};
