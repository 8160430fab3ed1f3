import { findAddresses } from './detectors/address.js';
import { findBirthDates } from './detectors/birth-date.js';
import { findContacts } from './detectors/contact.js';
import { findIdentityNumbers } from './detectors/identity.js';
import { findOrganizations } from './detectors/organization.js';
import { findPaymentNumbers } from './detectors/payment.js';
import { findPersons } from './detectors/person.js';
import { findRelatedOrganizations, findRelatedPersons } from './detectors/related.js';
import type { PiiDetector, PiiEntity, PiiType } from './privacy-model.js';
import { resolveOverlaps } from './resolve-overlaps.js';

export interface DetectPiiOptions {
  /** Only these types; all of them where it is not given. */
  readonly types?: readonly PiiType[];
  /** Entities below it are left out. */
  readonly minScore?: number;
}

const DETECTORS: readonly PiiDetector[] = [
  findContacts,
  findPaymentNumbers,
  findIdentityNumbers,
  findBirthDates,
  findAddresses,
  findOrganizations,
  findPersons,
];

/** Below it a guess is wrong more often than right. */
const LEAST_SCORE = 0.5;

/** Personal data of a text: non-overlapping spans in order, none of which holds text. */
export function detectPii(text: string, options: DetectPiiOptions = {}): PiiEntity[] {
  const { types, minScore = LEAST_SCORE } = options;
  const found = resolveOverlaps(DETECTORS.flatMap((detect) => detect(text)).filter(({ score }) => score >= minScore));
  const all = resolveOverlaps([...found, ...related(text, found)].filter(({ score }) => score >= minScore));
  return all.filter((entity) => types === undefined || types.includes(entity.type));
}

/** What the people and organisations of a text say about the words beside them. */
function related(text: string, found: readonly PiiEntity[]): PiiEntity[] {
  const organizations = findRelatedOrganizations(text, found);
  const known = resolveOverlaps([...found, ...organizations]);
  return [...organizations, ...findRelatedPersons(text, known)];
}
