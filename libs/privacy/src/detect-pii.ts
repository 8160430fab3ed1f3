import { findAddresses } from './detectors/address.js';
import { findBirthDates } from './detectors/birth-date.js';
import { findContacts } from './detectors/contact.js';
import { findIdentityNumbers } from './detectors/identity.js';
import { findOrganizations } from './detectors/organization.js';
import { findPaymentNumbers } from './detectors/payment.js';
import { findPersons } from './detectors/person.js';
import { findRelatedOrganizations, findRelatedPersons } from './detectors/related.js';
import { PiiText } from './pii-text.js';
import type { PiiEntity, PiiType } from './privacy-model.js';
import { resolveOverlaps } from './resolve-overlaps.js';

export interface DetectPiiOptions {
  /** Only these types; all of them where it is not given. */
  readonly types?: readonly PiiType[];
  /** Entities below it are left out. */
  readonly minScore?: number;
}

/** Each finds entities of one or a few types. */
const DETECTORS: readonly ((view: PiiText) => PiiEntity[])[] = [
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
  const view = new PiiText(text);
  const found = resolveOverlaps(DETECTORS.flatMap((detect) => detect(view)).filter(({ score }) => score >= minScore));
  const more = related(view, found).filter(({ score }) => score >= minScore);
  const all = more.length === 0 ? found : resolveOverlaps([...found, ...more]);
  return types === undefined ? all : all.filter((entity) => types.includes(entity.type));
}

/** What the people and organisations of a text say about the words beside them. */
function related(view: PiiText, found: readonly PiiEntity[]): PiiEntity[] {
  const organizations = findRelatedOrganizations(view, found);
  const known = organizations.length === 0 ? found : resolveOverlaps([...found, ...organizations]);
  return [...organizations, ...findRelatedPersons(view, known)];
}
