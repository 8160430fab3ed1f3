import type { ExtractionSchema } from '../domain/schema-model.js';
import { clause, names } from './fields.js';

export const generic: ExtractionSchema = {
  id: 'sch_generic',
  key: 'generic',
  version: 1,
  name: 'Any document',
  description:
    'What can be told of a document whose kind is unknown: title, dates, amounts, names, and every labelled value',
  documentType: 'generic',
  fields: [
    clause('title', {}, { concept: 'title' }),
    names('dates', 'dates', {}, 'all-dates'),
    names('amounts', 'money', {}, 'all-amounts'),
    names('organizations', 'parties', {}, 'all-organizations'),
    names('people', 'parties', {}, 'all-people'),
    names('identifiers', 'identifiers', {}, 'all-identifiers'),
  ],
  rules: [],
  decoys: [],
  openEnded: true,
};
