import type { DocumentView } from '../domain/document-view.js';
import type { Candidate, ListCandidate } from '../domain/field-model.js';
import { namedParties, signingParties, type NamedParty } from '../domain/party-names.js';
import type { Prose } from '../domain/prose.js';
import type { FieldSpec } from '../../schemas/index.js';

const OPENING =
  /\b(?:by and (?:between|among|amongst)|between|among(?:st)?|(?:joint )?filing(?: with[^.;]{0,90}?)? of|parties|undersigned(?:[^.]{0,60}? of)?|zwischen|entre|tra|tussen)\b[\s:,]*(?:the following parties[\s:,]*)?/gi;

function partiesOf(prose: Prose): NamedParty[] {
  const { start, end } = prose.preamble;
  const head = prose.text.slice(start, end);
  let best: NamedParty[] = [];
  for (const match of [...head.matchAll(OPENING)].slice(0, 6)) {
    const found = namedParties(prose.text, start + match.index + match[0].length, end);
    if (found.length > best.length) best = found;
    if (best.length >= 2) break;
  }
  if (best.length >= 2) return best;
  const signing = signingParties(prose.text);
  return signing.length > best.length ? signing : best;
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
  const plainNames = /\bwithout (?:a |the |any )?commas?\b/i.test(
    `${field.description ?? ''} ${nameField.description ?? ''}`,
  );
  const cell = (column: FieldSpec, value: string, start: number, end: number): Candidate => ({
    field: column.name,
    value:
      plainNames && column === nameField
        ? value.replace(/,(?=\s+(?:inc|llc|l\.l\.c|ltd|l\.?p|corp|co|plc|llp|limited|incorporated)\b)/gi, '')
        : value,
    raw: view.text.slice(start, end),
    start,
    end,
    score: parties.length >= 2 ? 0.82 : 0.6,
    evidence: 'clause',
    agent: 'clauses',
  });
  const rows = parties.map((party) => ({
    cells: [
      cell(nameField, party.name, party.start, party.end),
      ...(roleField && party.role && party.roleStart >= 0
        ? [cell(roleField, party.role, party.roleStart, party.roleStart + party.role.length)]
        : []),
    ],
  }));
  return [{ field: field.name, rows, score: parties.length >= 2 ? 0.82 : 0.6, agent: 'clauses' }];
}
