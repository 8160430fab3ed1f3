import type { DocumentView } from '../domain/document-view.js';
import type { Candidate, ListCandidate } from '../domain/field-model.js';
import { readProse, type Prose } from '../domain/prose.js';
import type { Concept, FieldSpec } from '../../schemas/index.js';
import { phraseIn } from '../domain/values.js';
import { findContractDates } from './clause-dates.js';
import { findLaw } from './clause-law.js';
import { findContractParties } from './clause-parties.js';
import { findPeriods } from './clause-periods.js';
import { findTitle } from './clause-title.js';
import { atLabels, type FieldAgent } from './field-agent.js';
import { yesOrNo } from './yes-no.js';

/** A clause reader proposes values for one concept. */
export type ClauseReader = (view: DocumentView, prose: Prose, field: FieldSpec) => Candidate[];

const READERS: Partial<Record<Concept, ClauseReader>> = {
  title: findTitle,
  'agreement-date': findContractDates,
  'effective-date': findContractDates,
  'expiration-date': findContractDates,
  term: findPeriods,
  'renewal-term': findPeriods,
  'notice-period': findPeriods,
  'governing-law': findLaw,
  jurisdiction: findLaw,
};

/** Short forms and cover pages state clauses as `label: value`; inside prose a label is only a word. */
function labelled(view: DocumentView, field: FieldSpec): Candidate[] {
  if (field.type === 'date' || field.type === 'list') return [];
  return atLabels(view, field, (region, hit) => {
    const phrase =
      region.evidence === 'label-same-cell' && /^\s*[:]/.test(view.text.slice(hit.end, hit.end + 2))
        ? phraseIn(view.text, region.start, region.end)
        : null;
    return phrase && phrase.value.length <= 60
      ? [{ value: phrase.value, raw: phrase.value, start: phrase.start, end: phrase.end, fit: 0.6 }]
      : [];
  }).map((candidate) => ({ ...candidate, agent: 'clauses' }));
}

/** What contracts say in sentences: who, since when, until when, for how long, under which law. */
export const clausesAgent: FieldAgent = {
  family: 'clauses',
  find(view, fields) {
    if (fields.length === 0) return { candidates: [], lists: [] };
    const prose = readProse(view.text);
    const stated = fields.filter((field) => field.type !== 'boolean');
    const yesNo = fields.filter((field) => field.type === 'boolean').flatMap((field) => yesOrNo(view, field));
    const candidates = stated.flatMap((field) => [
      ...((field.concept && READERS[field.concept]?.(view, prose, field)) ?? []),
      ...labelled(view, field),
    ]);
    const lists: ListCandidate[] = fields.flatMap((field) =>
      field.concept === 'contract-parties' ? findContractParties(view, prose, field) : [],
    );
    return { candidates: [...candidates, ...yesNo], lists };
  },
};
