import { days, type Framework, OF_PERSONS } from './framework.js';

/** California Civil Code 1798.100 and following, as amended by the CPRA; regulations in 11 CCR 7000 and following. */
export const ccpa: Framework = {
  id: 'ccpa',
  name: 'CCPA, California Civil Code 1798.100 ff. as amended by the CPRA',
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
      source: '1798.110, 1798.115, 1798.130(a)(2)(A)',
      asks: 'Consumers learn what was collected on them. Another 45 days are possible where that is said.',
      within: days(45),
      toDo: 'Confirm receipt within 10 business days (11 CCR 7021(a)), and answer by an export of the subject.',
    },
    erasure: {
      source: '1798.105, 1798.130(a)(2)(A)',
      asks: 'Data that were collected from the consumer are deleted on request, by service providers too.',
      within: days(45),
      toDo: 'Confirm receipt within 10 business days (11 CCR 7021(a)), and answer by an erasure of the subject.',
    },
    rectification: {
      source: '1798.106, 1798.130(a)(2)(A)',
      asks: 'Inaccurate data are corrected on request.',
      within: days(45),
      toDo: 'Correct values by reviews, and the source they came from.',
    },
    portability: {
      source: '1798.130(a)(3)(B)(iii)',
      asks: 'The answer to a request for access comes in a form that can be carried elsewhere.',
      within: days(45),
      toDo: 'Hand over the export of the subject.',
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
      asks: 'Requests of consumers and the answers are recorded for 24 months.',
      toDo: 'Keep a record of requests; the audit trail shows what was done with documents.',
    },
    'breach-notice': {
      source: '1798.82(a)',
      asks: 'Residents whose unencrypted data were acquired are told within 30 calendar days of discovery (since 1 January 2026).',
      within: days(30),
      toDo: 'Have a person and a procedure for breaches.',
    },
  },
};
