import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import type { Cell } from '../domain/layout.js';
import { addressFit, hasLegalForm, isContactLine, isRegistrationLine } from '../domain/party-text.js';
import type { Prose } from '../domain/prose.js';
import type { FieldSpec } from '../../schemas/index.js';

const KIND =
  /\b(?:agreement|contract|lease|license|licence|amendment|addendum|memorandum of understanding|deed|indenture|charter|plan|policy|terms and conditions|letter of intent|vertrag|vereinbarung|contrat|accord|convention|contrato|acuerdo|contratto|accordo|overeenkomst|note|guarantee|guaranty|warrant|undertaking|statement of work|complaint|motion|judgment|order|notice|petition|affidavit|summons|subpoena|declaration|report|certificate)s?\b/i;
const NOISE =
  /^(?:exhibit|schedule|annex|appendix|execution (?:version|copy)|confidential|draft|page|ex-|form of$|table of contents|\d)/i;
const PREAMBLE_TITLE =
  /\b[Tt]his\s+((?:[\p{Lu}][\p{L}’'\-/&,.]*(?<!\p{L}{4}\.)\s+|(?:and|of|to|for|the|on|in|by|or|with)\s+){0,9}(?:AGREEMENT|Agreement|CONTRACT|Contract|LEASE|Lease|DEED|Deed|AMENDMENT|Amendment|ADDENDUM|Addendum|LICENSE|License)(?:\s+(?:No\.?|#)\s*\d+)?)/u;

/** A title in capitals inside a line, where a reading has run lines together. */
const CAPITAL_TITLE =
  /(?:(?:[\p{Lu}][\p{Lu}’'&/.-]+|AND|OF|TO|FOR|[\p{Lu}]{2}\d?)\s+(?!\s)){1,8}(?:AGREEMENT|CONTRACT|LEASE|LICENSE|AMENDMENT|ADDENDUM|DEED)\b/gu;
const LEADING_NOISE =
  /^(?:EXHIBIT\s+\S*\d\S*\s+|EXECUTION\s+(?:VERSION|COPY)\s+|FORM\s+OF\s+|CONFIDENTIAL\s+|THIS\s+)+/;

const FORM_OF = /^\s*FORM\s+OF\s+(?=\S)/i;
/** A title that is whole; the next line begins something else. */
const ENDS_IN_KIND = /\b(?:AGREEMENT|CONTRACT|LEASE|LICENSE|AMENDMENT|ADDENDUM|DEED)S?\W*$/;

/** The company that a title has before it, in one line with it or above: "ACME, INC. SUPPLY AGREEMENT". */
const LEADING_PARTY =
  /^(?:[\p{Lu}&][\p{L}\p{N}’'&.-]*,?\s+){0,5}?(?:INC|CORPORATION|CORP|LTD|LLC|L\.L\.C|L\.P|PLC|GMBH)\b\.?,?\s+(?=\p{L}.*\s)/iu;

/** At most this many words behind a title are compared with how the preamble goes on. */
const MOST_FURTHER = 14;

/**
 * Where a title ends that the lines below carry on ("FOR TRANSFER SERVICES", "(2014 Amendment)"): as far as the document goes on in
 * the same words where it calls itself "this …" by that title.
 */
function titleEnd(text: string, start: number, end: number): number {
  const title = text
    .slice(start, end)
    .trim()
    .split(/\s+/)
    .map(literal)
    .join(String.raw`\s+`);
  const again = new RegExp(String.raw`\bthis\s+${title}(?!\p{L})`, 'iu').exec(text.slice(end, end + NEAR));
  if (!again) return end;
  const further = text.slice(end + again.index + again[0].length).match(/\S+/gu) ?? [];
  let last = end;
  for (const [at, { 0: word, index }] of [...text.slice(end, end + NEAR).matchAll(/\S+/gu)]
    .slice(0, MOST_FURTHER)
    .entries()) {
    const said = further[at];
    if (said === undefined || BEGINS_CLAUSE.test(said) || bare(said) !== bare(word)) break;
    last = end + index + word.length;
    if (/[),.;]$/.test(said)) break;
  }
  return last;
}

/** What is said of a contract behind its title. */
const BEGINS_CLAUSE = /^(?:dated|made|entered|is|as|by|between|among|and|effective)\b/i;
const bare = (word: string): string => word.toLowerCase().replace(/[,.;]$/, '');
const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** So far from the heading a preamble begins at the latest, in characters. */
const NEAR = 1_500;

const isCapital = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

const MAX_TITLE = 110;
/** "Licence no: 4711" names the licence, not the paper. */
const NUMBERED = /^[^:]{2,30}:\s*\S*\d/;
const isTitleLine = (text: string): boolean =>
  KIND.test(text) &&
  !NOISE.test(text) &&
  text.length <= MAX_TITLE &&
  !NUMBERED.test(text) &&
  !/[.;]$/.test(text) &&
  !/\bthis\b|\bdated\b|\bbetween\b/i.test(text);

const centre = (cell: Cell): number => (cell.rect.left + cell.rect.right) / 2;

/** The line above, where a title in capitals begins there and ends in a short second line. */
function titleStart(above: readonly Cell[] | undefined, cell: Cell): Cell | null {
  const text = cell.text.trim();
  const candidate = above?.find((other) => Math.abs(centre(other) - centre(cell)) < 40);
  if (!candidate || !isCapital(text) || !isCapital(candidate.text) || NOISE.test(candidate.text.trim())) return null;
  if (ENDS_IN_KIND.test(candidate.text) || hasLegalForm(candidate.text)) return null;
  const near = candidate.end < cell.start && cell.rect.top - candidate.rect.bottom < 14;
  return near && text.split(' ').length <= 3 ? candidate : null;
}

function make(view: DocumentView, field: FieldSpec, start: number, end: number, score: number): Candidate {
  const raw = view.text.slice(start, end);
  const value = raw.replace(/\s+/g, ' ').replace(/["“”]/g, '').trim();
  return { field: field.name, value, raw, start, end, score, evidence: 'clause', agent: 'clauses' };
}

function titleLines(view: DocumentView, field: FieldSpec): Candidate[] {
  const rows = view.layout.rows.slice(0, 60);
  return rows.flatMap((row, index) =>
    row.flatMap((cell) => {
      const text = cell.text.trim();
      if (!isTitleLine(text)) return [];
      const start = titleStart(rows[index - 1], cell);
      const words = text.split(/\s+/).length;
      const generic = words === 1 && !start ? -0.4 : words > 10 ? -0.15 : 0;
      const score = 0.72 - 0.006 * index + (isCapital(text) ? 0.12 : 0) + generic;
      const lead = (FORM_OF.exec(cell.text) ?? LEADING_PARTY.exec(cell.text))?.[0].length ?? 0;
      const from = start?.start ?? cell.start + lead;
      return [make(view, field, from, titleEnd(view.text, from, cell.end), score)];
    }),
  );
}

/** Titles in a line of their own near the top; capitals and a centred place speak for them. Else "This … Agreement". */
export function findTitle(view: DocumentView, prose: Prose, field: FieldSpec): Candidate[] {
  const inCapitals = [...prose.text.slice(0, 4_000).matchAll(CAPITAL_TITLE)].slice(0, 3).map((match) => {
    const lead = LEADING_NOISE.exec(match[0])?.[0].length ?? 0;
    // The preamble begins with the title once more: "SUPPLY AGREEMENT THIS SUPPLY AGREEMENT".
    const again = match[0].slice(lead).search(/(?<=\b(?:AGREEMENT|CONTRACT|LEASE|LICENSE|DEED))\s+THIS\s/);
    const end = match.index + (again < 0 ? match[0].length : lead + again);
    const party = LEADING_PARTY.exec(match[0].slice(lead))?.[0].length ?? 0;
    return make(view, field, match.index + lead + party, end, 0.7 - match.index / 20_000);
  });
  const inside = PREAMBLE_TITLE.exec(prose.text.slice(0, 15_000));
  const name = inside?.[1] ?? '';
  const start = inside ? inside.index + inside[0].length - name.length : 0;
  const generic = /^(?:agreement|contract|lease|license)$/i.test(name.trim());
  const preamble = inside ? [make(view, field, start, start + name.length, generic ? 0.3 : 0.74)] : [];
  const stated = generic ? '' : lettersOf(name);
  const doubted = [...titleLines(view, field), ...inCapitals].map((one) =>
    agree(lettersOf(one.value), stated) ? one : { ...one, score: one.score - CONTRADICTED },
  );
  const found = [...doubted, ...preamble];
  return view.schema.openEnded && found.length === 0 ? headings(view, field) : found;
}

/** Rows in which a paper of any kind has its heading. */
const HEADING_ROWS = 8;

const isHeading = (text: string): boolean => {
  const words = text.split(/\s+/).length;
  const isOther = isContactLine(text) || isRegistrationLine(text) || hasLegalForm(text) || addressFit(text) >= 0.4;
  return words >= 2 && words <= 10 && /^\p{Lu}/u.test(text) && !/[:;.,!?]$|:\s|\d{4}/u.test(text) && !isOther;
};

/** Of a paper that names its kind nowhere: the first line that is neither about a party nor about a number. */
const headings = (view: DocumentView, field: FieldSpec): Candidate[] =>
  view.layout.rows.slice(0, HEADING_ROWS).flatMap((row, index) =>
    row.flatMap((cell) => {
      const text = cell.text.trim();
      if (cell.page !== 1 || !isHeading(text)) return [];
      const score = 0.45 - 0.01 * index + (isCapital(text) ? 0.1 : 0);
      return [{ ...make(view, field, cell.start, cell.end, score), evidence: 'position' as const }];
    }),
  );

/** What a title loses where the preamble gives the contract another name. */
const CONTRADICTED = 0.06;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const agree = (title: string, stated: string): boolean => title.includes(stated) || stated.includes(title);
