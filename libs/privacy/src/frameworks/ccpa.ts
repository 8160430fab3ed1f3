import { days, type Framework, OF_PERSONS } from './framework.js';

/** California Civil Code 1798.100 and following, as amended by the CPRA; regulations in 11 CCR 7000 and following. */
export const ccpa: Framework = {
  id: 'ccpa',
  name: 'CCPA, California Civil Code 1798.100 ff. as amended by the CPRA',
  texts: [
    {
      title: 'California Consumer Privacy Act, Civil Code Title 1.81.5, California Legislative Information',
      url: 'https://leginfo.legislature.ca.gov/faces/codes_displayText.xhtml?division=3.&part=4.&lawCode=CIV&title=1.81.5',
    },
    {
      title: 'California Consumer Privacy Act Regulations (11 CCR 7000 ff.), California Privacy Protection Agency',
      url: 'https://cppa.ca.gov/regulations/',
      of: /11 CCR/,
    },
    {
      title: 'Civil Code 1798.82, California Legislative Information',
      url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.82.',
      of: /1798\.82/,
    },
  ],
  protects: OF_PERSONS,
  demands: {
    notice: {
      source: '1798.100(a), 1798.130(a)(5)',
      asks: 'Consumers are told at or before collection what is collected, what for, for how long, and whether it is sold or shared.',
      toDo: 'Name this processing in your notice at collection and your privacy policy.',
    },
    minimisation: {
      source: '1798.100(c), 1798.100(d), 1798.140(ag)',
      asks: 'Processing is reasonably necessary and proportionate; whoever gets data as a service provider is bound by contract.',
      toDo: 'Leave `piiPolicy.modelInput` at masked, pseudonymized or local-only, or name in `privacy.modelInputBasis` the contract with the provider of models.',
    },
    redaction: {
      source: '1798.140(v)',
      asks: 'Whatever can be linked to a consumer or household is protected, whatever its type.',
      toDo: 'Leave `piiPolicy.types` empty, or name all types of data on persons.',
    },
    retention: {
      source: '1798.100(a)(3)',
      asks: 'Data are kept no longer than reasonably necessary for the disclosed purpose, and consumers are told how long. The law names no number.',
      toDo: 'Set `retentionDays` to what you have disclosed.',
    },
    access: {
      source: '1798.110, 1798.115, 1798.130(a)(2)(A), 11 CCR 7021(b)',
      asks: 'Consumers learn what was collected on them. Another 45 days are possible where that is said.',
      within: days(45),
      extension: days(45),
      toDo: 'Confirm receipt within 10 business days (11 CCR 7021(a)), and answer by an export of the subject.',
    },
    erasure: {
      source: '1798.105, 1798.130(a)(2)(A), 11 CCR 7021(b)',
      asks: 'Data that were collected from the consumer are deleted on request, by service providers too.',
      within: days(45),
      extension: days(45),
      toDo: 'Confirm receipt within 10 business days (11 CCR 7021(a)), and answer by an erasure of the subject.',
    },
    rectification: {
      source: '1798.106, 1798.130(a)(2)(A), 11 CCR 7021(b)',
      asks: 'Inaccurate data are corrected on request.',
      within: days(45),
      extension: days(45),
      toDo: 'Correct values by reviews, and the source they came from.',
    },
    portability: {
      source: '1798.130(a)(2)(A), 1798.130(a)(3)(B)(iii)',
      asks: 'The answer to a request for access comes in a form that can be carried elsewhere.',
      within: days(45),
      extension: days(45),
      toDo: 'Hand over the export of the subject.',
    },
    objection: {
      source: '1798.121, 11 CCR 7027(g)',
      asks: 'Consumers may limit the use of sensitive personal information to what the service they asked for needs, where traits are inferred from it.',
      within: { unit: 'business-days', count: 15 },
      toDo: 'Stop submitting documents with sensitive data of consumers who limit their use.',
    },
    'opt-out-of-sale': {
      source: '1798.120, 11 CCR 7026(f)',
      asks: 'Consumers may direct that their data are not sold or shared.',
      within: { unit: 'business-days', count: 15 },
      toDo: 'This service sells and shares nothing; see that those who get results from you do not either.',
    },
    security: {
      source: '1798.100(e), 1798.150(a)',
      asks: 'Reasonable security; breaches of unencrypted data give a right to damages.',
      toDo: 'Encrypt disks and backups, and restrict who can reach the database and DATA_DIR.',
    },
    records: {
      source: '11 CCR 7101',
      asks: 'Requests of consumers and the answers are recorded for at least 24 months.',
      toDo: 'Keep a record of requests; the audit trail shows what was done with documents.',
    },
    'breach-notice': {
      source: '1798.82(a), 1798.82(f)',
      asks: 'Residents whose unencrypted data were acquired are told within 30 calendar days of discovery (since 1 January 2026), unless law enforcement or finding the scope needs longer; of more than 500 the Attorney General within 15 days after that.',
      within: days(30),
      toDo: 'Have a person and a procedure for breaches.',
    },
  },
};
