import { days, type Framework, OF_PERSONS } from './framework.js';

/**
 * Personal Data Protection Act 2012 of Singapore, and the Personal Data Protection Regulations 2021. It has no right to erasure; its part
 * on portability (Part 6B) was made and not put in force.
 */
export const pdpa: Framework = {
  id: 'pdpa',
  name: 'PDPA, Personal Data Protection Act 2012 (Singapore)',
  texts: [
    {
      title: 'Personal Data Protection Act 2012, Singapore Statutes Online',
      url: 'https://sso.agc.gov.sg/Act/PDPA2012',
    },
    {
      title: 'Personal Data Protection Regulations 2021 (S 63/2021), Singapore Statutes Online',
      url: 'https://sso.agc.gov.sg/SL/PDPA2012-S63-2021',
      of: /Regulation/,
    },
  ],
  protects: OF_PERSONS,
  demands: {
    'lawful-basis': {
      source: 's 13, s 15, s 15A, First Schedule',
      asks: 'Data are collected, used and disclosed with consent, deemed consent, or under an exception.',
      toDo: 'Write down the consent or exception for each purpose for which documents are processed.',
    },
    notice: {
      source: 's 20',
      asks: 'Individuals are told the purposes on or before collection.',
      toDo: 'Name this processing in your data protection notice.',
    },
    minimisation: {
      source: 's 18',
      asks: 'Data are used only for purposes that a reasonable person would find appropriate.',
      toDo: 'Leave `piiPolicy.modelInput` at masked, pseudonymized or local-only, or state in `privacy.modelInputBasis` why models need the plain text.',
    },
    redaction: {
      source: 's 2(1)',
      asks: 'Data on an individual who can be identified are protected, whatever their type.',
      toDo: 'Leave `piiPolicy.types` empty, or name all types of data on persons.',
    },
    retention: {
      source: 's 25',
      asks: 'Documents with personal data are no longer kept once no legal or business purpose needs them. The law names no number.',
      toDo: 'Set `retentionDays` to what your purposes need.',
    },
    transfers: {
      source: 's 26, Regulations 9 to 12',
      asks: 'Data leave Singapore only to recipients bound to a comparable standard of protection.',
      toDo: 'Name the regions that texts may go to in `privacy.transferRegions`, and what binds the recipients in `privacy.transferBasis`.',
    },
    access: {
      source: 's 21, Regulation 5',
      asks: 'Individuals get the data on them and how these were used in the last year, as soon as reasonably possible.',
      within: days(30),
      extension: 'open',
      toDo: 'Answer by an export of the subject, or say within 30 days by when you will.',
    },
    rectification: {
      source: 's 22, Regulation 5',
      asks: 'Errors and omissions are corrected as soon as practicable, and those who were given the data within the last year are told.',
      within: days(30),
      extension: 'open',
      toDo: 'Correct values by reviews, and the source they came from, or say within 30 days by when you will.',
    },
    objection: {
      source: 's 16',
      asks: 'Individuals may withdraw consent on reasonable notice; collection, use and disclosure then stop.',
      within: { unit: 'none', words: 'reasonable notice' },
      toDo: 'Stop submitting documents of persons who withdraw, and erase what no purpose needs.',
    },
    security: {
      source: 's 24',
      asks: 'Reasonable security arrangements.',
      toDo: 'Encrypt disks and backups, and restrict who can reach the database and DATA_DIR.',
    },
    records: {
      source: 's 12',
      asks: 'Policies and practices are made, and information on them is available.',
      toDo: 'Write down your policies; the audit trail shows what was done with documents.',
    },
    'breach-notice': {
      source: 's 26B, s 26C, s 26D',
      asks: 'The Commission is told at most 3 calendar days after the day on which a breach was assessed as notifiable; with it or after it individuals whom it is likely to harm significantly.',
      within: days(3),
      toDo: 'Have a person and a procedure for breaches.',
    },
    'responsible-person': {
      source: 's 11(3)',
      asks: 'Somebody is named who is responsible, and can be reached.',
      toDo: 'Name a data protection officer.',
    },
  },
};
