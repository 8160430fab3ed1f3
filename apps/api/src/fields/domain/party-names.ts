import { hasLegalForm, isOnlyLegalForm } from './party-text.js';

export interface NamedParty {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What the contract calls the party ("the Company"), where it says so. */
  readonly role: string | null;
  readonly roleStart: number;
}

/** Where a name in a preamble ends: at its description, its address, its defined term. */
const NAME_END =
  /\s*(?:\s+(?:whereas|recitals|witnesseth|now,? therefore)\b|,?\s*\(|,\s*(?:an?|the|its|each|with|having|whose|located|organized|incorporated (?:in|under)|registered|doing|acting|as|of|on behalf|for itself|residing|individually|together|whereby|existing|duly|at|in its|by|company|corporation|located|who|which|hereinafter|and its|and their)\b|\s(?:an?\s+(?:\p{L}+\s+){0,4}(?:corporation|company|partnership|limited|llc|individual|bank|association|trust|entity|organization|nonprofit|resident|citizen)|having|with (?:its|a|offices|principal)|located|whose|organized|residing|\(|hereinafter|hereby|herein|existing|of \d|at \d|acting|on behalf of|as of|effective|dated|is |are |was |has |have |\d{2,}\s|table of contents|shall |will |hereafter|referred|doing business|which |who ))/iu;
const LEAD =
  /^(?:[\s,;:.\-–—•·*_|]|\(?(?:\d{1,2}|[a-z]|i{1,3}|iv)\)|\d{1,2}\.\s|and\b|by\b|between\b|among\b|amongst\b|the following parties|each of|on the one hand|on the other hand|together with|either|both|party [ab]\b:?|(?:the )?(?:buyer|seller|licensor|licensee|company|supplier|distributor|client|customer|lessor|lessee|landlord|tenant)\s*(?:\/[\w-]+)?:)+/iu;
const ROLE =
  /\(\s*(?:(?:hereinafter|herein|hereafter|together|collectively|individually|each)?[^"“”')]{0,60})?["“'‘]\s*(?:the\s+)?([^"“”'’)]{2,40}?)[,.]?\s*["”'’]|\(\s*(?:the\s+)?(\p{Lu}[\p{L} ]{1,30})\s*\)/u;
/** Words of names: capitals, small connecting words, and brands that begin small ("eBay", "example.com"). */
const CAPITAL_WORD =
  /^(?:\p{Ll}{1,2}\p{Lu}[\p{L}\p{N}'’.&-]*|[\p{L}\p{N}-]+\.(?:com|net|org|io|ai|de|fr)|(?:inc|llc|ltd|plc)\.?|[\p{Lu}\p{N}&][\p{L}\p{N}'’.&/\-!+@]*|of|and|the|for|de|du|des|la|le|van|von|der|den|y|e|di|da|do|&|\/|d\/b\/a|dba|f\/k\/a|a\/k\/a|et|in|on|at|to)[,]?$/u;

/** The start of a stretch that reads as a name: capitals with small connecting words; a comma only before a legal form. */
function nameLength(text: string): number {
  const words = [...text.matchAll(/\S+/g)];
  let end = 0;
  for (const [index, word] of words.slice(0, 16).entries()) {
    if (!CAPITAL_WORD.test(word[0])) break;
    const small = /^(?:of|and|the|for|de|du|des|la|le|van|von|der|den|y|e|di|da|do|in|on|at|to|et|AND|OF|THE)$/.test(
      word[0],
    );
    if (!small) end = word.index + word[0].length;
    const next = words[index + 1]?.[0] ?? '';
    if (
      word[0].endsWith(',') &&
      !/^(?:inc|llc|ltd|l\.?l\.?c|l\.?p|corp|co|limited|s\.?a|n\.?a|plc|gmbh|b\.?v|n\.?v|jr|sr|ii|iii|incorporated|llp|pte|pty|ag|p\.?c|d\.?b\.?a)\b/i.test(
        next,
      )
    )
      break;
  }
  return end;
}

const NO_NAME =
  /^(?:this|agreement|the|exhibit|whereas|now|article|section|dated?|effective|between|party|parties|each|page|commission|and|witnesseth|january|february|march|april|may|june|july|august|september|october|november|december|in|on|at|for|of|d\/?b\/?a|doing)\b(?!\s\w+.*(?:inc|llc|ltd|corp|company|limited))/i;

/** Titles of papers and what runs into them are no names. */
const TITLE_INSIDE = /\b(?:AGREEMENT|Agreement|EXHIBIT|Exhibit|THIS)\b|\b(?:Party|Parties|Material|Information)$/;

const isName = (name: string): boolean =>
  !TITLE_INSIDE.test(name) &&
  name.replace(/[^\p{L}]/gu, '').length >= 3 &&
  name.length <= 120 &&
  /\p{Lu}/u.test(name) &&
  !NO_NAME.test(name);

function partyIn(text: string, start: number, end: number): NamedParty | null {
  const source = text.slice(start, end);
  const lead = LEAD.exec(source)?.[0].length ?? 0;
  const rest = source.slice(lead);
  const until = NAME_END.exec(rest)?.index ?? rest.length;
  const article = /^the\s+(?=\p{Lu})/u.exec(rest)?.[0].length ?? 0;
  const name = rest.slice(article, nameLength(rest.slice(0, until))).replace(/[\s,;:]+$/u, '');
  if (!isName(name)) return null;
  const at = start + lead + article;
  const nameEnd = at + name.length;
  return { name: name.replace(/\s+/g, ' '), start: at, end: nameEnd, ...roleAfter(text, nameEnd, end) };
}

/** The defined term after a name: ("Supplier"). */
function roleAfter(text: string, from: number, end: number): Pick<NamedParty, 'role' | 'roleStart'> {
  const match = ROLE.exec(text.slice(from, Math.min(end, from + 700)));
  const term = match?.[1] ?? match?.[2];
  if (!match || term === undefined) return { role: null, roleStart: -1 };
  return { role: term.replace(/\s+/g, ' ').trim(), roleStart: from + match.index + match[0].indexOf(term) };
}

/** Where one party ends and the next begins: after a defined term or a description, before "and". */
const NEXT_PARTY =
  /\)\s*(?:[,;.]|and\b|AND\b|\s{2,})[\s,;]*(?:and\b|AND\b)?|;\s*(?:and\b)?|,?\s+(?:[Aa]nd|AND)\s+(?=(?:\(?\w\)\s*)?(?:the\s)?(?:[\p{Lu}\d]|[\p{L}-]+\.(?:com|net)\b))|(?<=[,;)]|\band|\bAND)\s{3,}|\)\s+(?=\p{Lu})|(?:LLC|L\.L\.C\.|[Ii]nc\.?|INC\.?|[Ll]td\.?|LTD\.?|L\.P\.|[Cc]orp\.?|CORP\.?|[Cc]orporation|CORPORATION|[Ll]imited|LIMITED),\s+(?=\p{Lu}\S+\s+\p{Lu})/gu;

const cuts = (region: string): number[] => [
  0,
  ...[...region.matchAll(NEXT_PARTY)].map((match) => match.index + match[0].length),
];

/** "Procter and Gamble": an "and" inside a name, not between two. */
const isWhole = (text: string, before: number): boolean => {
  const source = text.slice(Math.max(0, before - 200), before);
  return (
    hasLegalForm(source) ||
    /[)"”;,:]\s*(?:and\s*)?$/i.test(source) ||
    /\s{3,}$/.test(source) ||
    /\b(?:between|among)\b[^()]{0,60}$/i.test(source)
  );
};

/** The naming of the parties is one sentence; a full stop after an abbreviation does not end it. */
const SENTENCE_END =
  /(?<!\b(?:Inc|Corp|Ltd|Co|Cos|Bros|L\.P|L\.L\.C|LLC|No|St|Mr|Mrs|Ms|Dr|Jr|Sr|Ste|Ave|Blvd|Rd|U\.S|U\.S\.A|S\.A|N\.V|B\.V|A\.G|P\.O|P\.C|N\.A|d\.b\.a|\p{Lu}))\.[”"’')]*\s+(?=[\p{Lu}“"(])/u;

const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const PERSON = /^\p{Lu}\p{L}+\s(?:\p{Lu}\.?\s)?\p{Lu}\p{L}+$/u;

/** 0..1: how much speaks for a name being that of a party. */
export const partySureness = ({ name, role }: NamedParty): number =>
  hasLegalForm(name) ? 1 : role !== null ? 0.9 : PERSON.test(name) ? 0.8 : 0.3;

/** The parties of two lists, each once. */
export const unitedParties = (some: readonly NamedParty[], others: readonly NamedParty[]): NamedParty[] => [
  ...some,
  ...others.filter((party) => !some.some((known) => keyOf(known.name) === keyOf(party.name))),
];

/** A name that can stand beside those found before it: new, and with something that makes it a party. */
function isAnother(party: NamedParty, found: readonly NamedParty[]): boolean {
  const known = found.some(
    (other) => keyOf(other.name) === keyOf(party.name) || other.role?.toLowerCase() === party.name.toLowerCase(),
  );
  if (known) return false;
  if (isOnlyLegalForm(party.name)) return false;
  if (found.length === 0 || hasLegalForm(party.name)) return true;
  return party.name.includes(' ') && (party.role !== null || PERSON.test(party.name));
}

/** Contracts with more parties list them in a schedule. */
const MAX_PARTIES = 12;

/** The parties named in text[start, end), in order, each once. */
export function namedParties(text: string, start: number, end: number): NamedParty[] {
  const stop = SENTENCE_END.exec(text.slice(start, end));
  const first = stop ? partiesIn(text, start, start + stop.index + 1) : [];
  return first.length >= 2 ? first : partiesIn(text, start, end);
}

function partiesIn(text: string, start: number, end: number): NamedParty[] {
  const region = text.slice(start, end);
  const points = cuts(region)
    .map((point) => start + point)
    .filter((point, index) => index === 0 || isWhole(text, point));
  const parties: NamedParty[] = [];
  for (const [index, point] of points.entries()) {
    const party = partyIn(text, point, points[index + 1] ?? start + region.length);
    if (party && parties.length < MAX_PARTIES && isAnother(party, parties)) parties.push(party);
  }
  return parties;
}

const SIGNATURE =
  /((?:[\p{Lu}][\p{L}\d.&,'’-]*\s){1,8}(?:INC\.?|Inc\.?|LLC|L\.L\.C\.|L\.P\.|LP|LTD\.?|Ltd\.?|CORP\.?|Corp\.?|Corporation|CORPORATION|LIMITED|Limited|COMPANY|Company|GmbH|S\.A\.|B\.V\.|PLC|plc))\s{1,40}(?:By|BY)\s*:/gu;

/** Offices of those who sign, which run into the name of whom they sign for. */
const TITLES =
  /^(?:(?:and|the|senior|executive|vice|chief|president|chairman|chairwoman|chair|officer|director|secretary|treasurer|general|counsel|manager|managing|partner|member|company|recipient|ceo|cfo|coo)[\s,:]+)+(?=\p{Lu})/iu;

const SIGNS_HIMSELF = /(?<!\b[Bb][Yy]:?\s{0,20})\/s\/\s*((?:\p{Lu}[\p{L}’'.-]*\s?){2,4})/gu;

/** A person who signs for nobody else: with a name of his own and without an office. */
export function signingPerson(text: string): NamedParty | null {
  for (const match of text.matchAll(SIGNS_HIMSELF)) {
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 120);
    const name = repeatedOnce((match[1] ?? '').trim());
    const start = match.index + match[0].indexOf(name);
    if (/\bby\b\W*$/i.test(before) || OFFICE.test(after) || !PERSON.test(name)) continue;
    return { name: name.replace(/\s+/g, ' '), start, end: start + name.length, role: null, roleStart: -1 };
  }
  return null;
}

const OFFICE =
  /\b(?:title|its|president|chairman|officer|director|secretary|treasurer|counsel|manager|partner|witness|CEO|CFO|VP)\b/i;

/** The name is printed under its signature: "Jane Roe Jane Roe". */
function repeatedOnce(name: string): string {
  const words = name.split(/\s+/);
  const half = words.slice(0, words.length / 2).join(' ');
  return words.length % 2 === 0 && half === words.slice(words.length / 2).join(' ') ? half : name;
}

/** What contracts call their parties. */
const DEFINED =
  /\((?:[^()“”"]{0,80}?\b)?(?:the\s+)?["“'‘]?\s*(?:the\s+)?(?:company|employee|employer|client|customer|consultant|contractor|recipient|discloser|disclosing party|receiving party|interested party|provider|supplier|vendor|buyer|seller|purchaser|licensor|licensee|executive|director|investor|participant|bank|lender|borrower|corporation|owner|agent|you)\b[^()]{0,60}\)/giu;
/** Words before a name that is a party. */
const OPENS_NAME =
  /(?:\b(?:between|among|with|by|from|to|of|and|I|that|my employer|involving|Agreement|AGREEMENT)\b|[,;:(]|^)\s+(?=\p{L})/gu;
const REACH = 260;

/** The name that a defined term such as (the “Company”) stands behind. */
function definedName(text: string, from: number, to: number): NamedParty | null {
  const points = [...text.slice(from, to).matchAll(OPENS_NAME)].map((match) => from + match.index + match[0].length);
  const named = [from, ...points].flatMap((point) => partyIn(text, point, to) ?? []);
  const sure = named.filter(
    ({ name }) => hasLegalForm(name) || PERSON.test(name) || /\b(?:bank|university|institute)\b/i.test(name),
  );
  return sure.at(-1) ?? null;
}

/** Parties by the terms that they are given, where no sentence names them side by side. */
export function definedParties(text: string, end: number): NamedParty[] {
  const parties: NamedParty[] = [];
  let last = 0;
  for (const match of text.slice(0, end).matchAll(DEFINED)) {
    const party = definedName(text, Math.max(last, match.index - REACH), match.index);
    last = match.index + match[0].length;
    if (party && isAnother(party, parties)) parties.push({ ...party, ...roleAfter(text, party.end, last) });
    if (parties.length >= MAX_PARTIES) break;
  }
  return parties;
}

/** Companies that sign, where the opening names no two parties. `text` is prose: its line breaks are spaces. */
export function signingParties(text: string): NamedParty[] {
  const parties: NamedParty[] = [];
  for (const match of text.matchAll(SIGNATURE)) {
    const name = (match[1] ?? '')
      .replace(TITLES, '')
      .replace(/^(?:(?:IN WITNESS WHEREOF|WITNESS|EXECUTED|SIGNED|PARTIES|DATED?|Title|Name|By|BY)\s)+/u, '')
      .trim();
    const start = match.index + match[0].indexOf(name);
    const party = { name: name.replace(/\s+/g, ' '), start, end: start + name.length, role: null, roleStart: -1 };
    if (isName(party.name) && isAnother(party, parties)) parties.push(party);
    if (parties.length >= MAX_PARTIES) break;
  }
  return parties;
}
