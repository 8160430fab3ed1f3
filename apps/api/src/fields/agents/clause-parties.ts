import type { DocumentView } from '../domain/document-view.js';
import type { Candidate, ListCandidate } from '../domain/field-model.js';
import {
  definedParties,
  type NamedParty,
  namedParties,
  partySureness,
  signingParties,
  signingPerson,
  unitedParties,
} from '../domain/party-names.js';
import { hasLegalForm } from '../domain/party-text.js';
import type { Prose } from '../domain/prose.js';
import type { FieldSpec } from '../../schemas/index.js';

const OPENING =
  /\b(?:by and (?:between|among|amongst)|between|among(?:st)?|(?:joint )?filing(?: with[^.;]{0,90}?)? of|parties|undersigned(?:[^.]{0,60}? of)?|zwischen|entre|tra|tussen)\b[\s:,]*(?:the following parties[\s:,]*)?/gi;

/** A name that only looks like one is none of a single party. */
const SURE = 0.8;
/** How much speaks for these being the parties: two are more than one, and each by its legal form, its term or its look. */
const sureness = (parties: readonly NamedParty[]): number =>
  parties.slice(0, 4).reduce((sum, party) => sum + partySureness(party), 0);

/** Terms that stand for parties are defined in the first so many characters. */
const DEFINED_WITHIN = 4_000;

function partiesOf(prose: Prose): readonly NamedParty[] {
  const { start, end } = prose.preamble;
  const head = prose.text.slice(start, end);
  const openings = [...head.matchAll(OPENING)]
    .slice(0, 6)
    .map((match) => namedParties(prose.text, start + match.index + match[0].length, end));
  // A cover names the parties too, but shorter; of openings that say as much the first counts.
  const best = openings.reduce<readonly NamedParty[]>((top, one) => (sureness(one) > sureness(top) ? one : top), []);
  if (best.length >= 2) return best;
  const lone = best.filter((party) => sureness([party]) >= SURE);
  const defined = unitedParties(lone, definedParties(prose.text, DEFINED_WITHIN));
  const signing = signingParties(prose.text);
  const found = signing.length > defined.length ? signing : defined;
  const person = found.length === 1 ? signingPerson(prose.text) : null;
  return person ? unitedParties(found, [person]) : found;
}

/** Names of more words have swallowed what stands beside them. */
const MAX_WORDS = 6;

/**
 * One party beside another is surer than one alone, and surer than a third, which may be an affiliate of the two; a legal form
 * and a defined term each speak for a name. Order, not measure.
 */
function scoreOf({ name, role }: NamedParty, rank: number, count: number): number {
  const alone = count < 2 ? 0.6 : rank < 2 ? 0.88 : 0.8;
  const long = name.split(/\s+/).length > MAX_WORDS ? 0.3 : 0;
  return alone - (hasLegalForm(name) ? 0 : 0.1) - (role === null ? 0.1 : 0) - long;
}

/** Legal forms in full, and how a schema writes them short. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bincorporated$/i, 'Inc.'],
  [/\blimited$/i, 'Ltd.'],
  [/\bl\.\s?l\.\s?c\.?$/i, 'LLC'],
];
/** The legal form as the schema's own description writes it. */
const asStated = (name: string, stated: string): string =>
  FORMS.reduce((text, [form, short]) => (stated.includes(short) ? text.replace(form, short) : text), name);

/** What stands beside the name of whom somebody signs for. */
const SIGNED = /\b(?:by|name|title|signature|signed|its)\s*:|\/s\/|_{4}/i;
/** How near that is, in characters. */
const BESIDE = 90;

/** Whether a name stands among the signatures too: another part of the contract that says who concludes it. */
function isSigned({ text }: Prose, { name, end }: NamedParty): boolean {
  const words = name.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`\s+`)}(?![\p{L}\p{N}])`, 'giu');
  for (const match of text.matchAll(pattern)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (from > end && SIGNED.test(text.slice(Math.max(0, from - BESIDE / 3), from) + text.slice(to, to + BESIDE)))
      return true;
  }
  return false;
}

/**
 * The parties of a contract, from its preamble: name, and what the contract calls them. A schema may ask for names
 * without the comma before the legal form.
 */
export function findContractParties(view: DocumentView, prose: Prose, field: FieldSpec): ListCandidate[] {
  const parties = partiesOf(prose);
  const nameField = field.fields?.find((column) => column.name === 'name') ?? field.fields?.[0];
  const roleField = field.fields?.find((column) => column.name === 'role');
  if (!nameField || parties.length === 0) return [];
  const stated = `${field.description ?? ''} ${nameField.description ?? ''}`;
  const plainNames = /\bwithout (?:a |the |any )?commas?\b/i.test(stated);
  const cell = (column: FieldSpec, value: string, start: number, end: number, score: number): Candidate => ({
    field: column.name,
    value:
      plainNames && column === nameField
        ? asStated(value, stated).replace(
            /,(?=\s+(?:inc|llc|l\.l\.c|ltd|l\.?p|corp|co|plc|llp|limited|incorporated)\b)/gi,
            '',
          )
        : value,
    raw: view.text.slice(start, end),
    start,
    end,
    score,
    evidence: 'clause',
    agent: 'clauses',
  });
  const rows = parties.map((party, rank) => {
    const { name, role, start, end, roleStart } = party;
    const score = scoreOf(party, rank, parties.length);
    const named = roleField && role && roleStart >= 0;
    return {
      cells: [
        {
          ...cell(nameField, name, start, end, score),
          support: { places: 1, kinds: isSigned(prose, party) ? 2 : 1, paired: parties.length === 2 },
        },
        ...(named ? [cell(roleField, role, roleStart, roleStart + role.length, score)] : []),
      ],
    };
  });
  return [{ field: field.name, rows, score: parties.length >= 2 ? 0.82 : 0.6, agent: 'clauses' }];
}
