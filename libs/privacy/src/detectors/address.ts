import { fold } from '@app/text';
import { isLetter, isUpperCase } from '../characters.js';
import { KIND, kindsOf } from '../lexicon/word-kinds.js';
import { matchesOf } from '../matches.js';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';

const NO_TIME = '(?!(?:AM|PM|A\\.M|P\\.M)\\b)';
const NAME = `${NO_TIME}\\p{Lu}[\\p{L}\\p{M}'’.-]{0,30}`;
const NUMBER = '\\d{1,5}(?:[-/]\\d{1,4})?(?: ?[A-Za-z](?![\\p{L}\\d]))?';
/** Words behind the name of a street (English), with a house number before. */
const ENGLISH =
  'Street|St|Road|Rd|Avenue|Ave|Av|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Ter|Way|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Trl|Crescent|Close|Row|Alley|Mews|Grove|Gardens|Walk|Plaza|Loop|Pike|Turnpike|Expressway|Freeway|Route|Ridge|Hill|Park|Green|Broadway|Quay|Mall|Fort|Ports?|Summit|Springs?|Manor|Meadows?|Mill|Mount|Mountain|Village|Ville|View|Vista|Point|Pass|Path|Shore|Shores|Station|Stream|Track|Tunnel|Union|Valley|Via|Viaduct|Wells|Harbors?|Haven|Heights|Hollow|Inlet|Island|Isle|Junction|Keys?|Knolls?|Lakes?|Landing|Light|Locks|Lodge|Field|Fields|Flats?|Fords?|Forest|Forge|Forks?|Estates?|Extension|Falls?|Ferry|Cove|Creek|Crest|Crossing|Crossroad|Curve|Dale|Dam|Divide|Burgs?|Bypass|Camp|Canyon|Cape|Causeway|Centers?|Cliffs?|Club|Common|Corners?|Course|Coves|Brook|Brooks|Bridge|Branch|Bluffs?|Bend|Beach|Bayou|Annex|Arcade|Orchard|Oval|Overpass|Passage|Pine|Pines|Plain|Plains|Prairie|Radial|Ramp|Ranch|Rapids?|Rest|River|Roads|Shoal|Shoals|Skyway|Spur|Spurs|Squares|Stravenue|Streets|Throughway|Trace|Trafficway|Rue|Unions|Garden|Gateway|Glen|Glens';
/** Endings of street names that are one word. */
const COMPOUND =
  'stra(?:ß|ss)e|str\\.|gasse|weg|allee|platz|damm|ufer|steig|straat|laan|plein|gracht|kade|dijk|singel|hof|gatan|gata|v(?:ä|a)gen|gr(?:ä|a)nd|vej|gade|all(?:é|e)|stien|veien|vegen|tie|katu|kuja|polku|utca|tér';
/** Words before the name of a street. */
/** In small letters only those that are no words of English. */
const PREFIX =
  '(?:[Rr]ue|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d\\.?|Place|[Cc]hemin|[Ii]mpasse|[Qq]uai|[Aa]ll[ée]e|Route|Cours|[Cc]alle|[Cc]\\/|[Aa]venida|[Aa]vda\\.?|Plaza|[Pp]aseo|[Cc]amino|[Cc]arretera|Ronda|Via|[Vv]iale|[Pp]iazza|[Pp]iazzale|Corso|Largo|[Vv]icolo|[Ss]trada|[Rr]ua|[Tt]ravessa|[Pp]ra[çc]a|Alameda|[Ee]strada|[Uu]lica|[Uu]l\\.|[Aa]leja|[Aa]l\\.|[Oo]s\\.|[Pp]l\\.|[Nn][áa]m\\.|[Tt][řr][íi]da|[Uu]litsa|[Pp]rospekt|[Bb]ulevar|Strasse|Am|An der|Auf der|Im|Zum|Zur|Unter den)';
/** Words that follow the name of a street in the languages that write it apart. */
const SEPARATE =
  '(?:utca|utcája|u\\.|útja|út|tere|tér|körút|sor|köz|tee|tänav|pst|mnt|iela|gatvė|ulica|cesta|ulice|třída|náměstí|sokak|caddesi|tie|katu|väg|gata|vei|gate|vej|gade|Straße|Strasse|Str\\.|Weg|Allee|Platz|Ring|straat|laan|weg|plein)';

/** `suite` as it stands, with a capital, and in capitals. */
const anyCase = (words: string): string =>
  words
    .split('|')
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
    .join('|');
const ARTICLES = "(?:(?:de|del|della|dei|di|da|do|dos|das|du|des|la|le|les|los|las|l['’]|d['’]|św\\.|gen\\.) ?){0,3}";
const UNIT = `(?:(?:${anyCase('suite|ste|apt|apartment|unit|room|rm|floor|fl|flat|bldg|building|no|door')}|#)\\.? ?#? ?\\d{1,5}[A-Za-z]?)`;
/** Streets that begin with a number, at one place. */
const FROM_NUMBER: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d.,/-])(?:\\d{1,5} )?${NUMBER},? (?:[NSEW]\\.? )?(?:${NAME} ){1,4}(?:${ENGLISH})\\.?(?![\\p{L}])(?: [NSEW]{1,2}(?![\\p{L}]))?`,
    'uy',
  ),
  new RegExp(`(?<![\\p{L}\\d.,/-])\\d{1,5}(?:st|nd|rd|th)? \\d{1,3}(?:st|nd|rd|th) (?:${ENGLISH})\\b\\.?`, 'uy'),
  new RegExp(
    `(?<![\\p{L}\\d.,/-])(?:${NUMBER},? )\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}(?:${COMPOUND})(?:,? ${NUMBER})?(?![\\p{L}\\d])`,
    'uy',
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?:\\d{1,5} )?(?:${NUMBER},? ?(?:bis,? )?)${PREFIX} ${ARTICLES}(?:${NAME} ?){1,4}(?:,? ?(?:n[°º]? ?|nr\\.? ?)?${NUMBER})(?![\\p{L}\\d])`,
    'uy',
  ),
  new RegExp(
    `(?<![\\p{L}\\d])${NUMBER},? ?(?:bis |ter )?${PREFIX} (?:(?:de|du|des|la|le|les|l['’]|d['’]) ?){0,3}(?:${NAME} ?){1,4}`,
    'uy',
  ),
  new RegExp(`(?<![\\p{L}\\d.,/-])${NUMBER} (?:${NAME} ){1,3}${SEPARATE}(?: ${NUMBER})?\\.?(?![\\p{L}\\d])`, 'uy'),
];
/** Streets that end with a number; `before` is what stands before that (`y`), `whole` is looked for around it. */
const TO_NUMBER: readonly { readonly before: RegExp; readonly whole: RegExp }[] = [
  {
    before: new RegExp(`(?<=(?:${COMPOUND}),? )`, 'uy'),
    whole: new RegExp(
      `(?<![\\p{L}])(?:${NAME} ){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}(?:${COMPOUND}),? ${NUMBER}(?![\\p{L}\\d])`,
      'gu',
    ),
  },
  {
    before: /(?<=\p{Lu}[\p{L}\p{M}'’.-]{0,30} ?(?:,? ?(?:n[°º]? ?|nr\.? ?)?))/uy,
    whole: new RegExp(
      `(?<![\\p{L}\\d])${PREFIX} ${ARTICLES}(?:${NAME} ?){1,4}(?:,? ?(?:n[°º]? ?|nr\\.? ?)?${NUMBER})(?![\\p{L}\\d])`,
      'gu',
    ),
  },
  {
    before: new RegExp(`(?<= ${SEPARATE} )`, 'uy'),
    whole: new RegExp(`(?<![\\p{L}])(?:${NAME} ){1,3}${SEPARATE} ${NUMBER}\\.?(?![\\p{L}\\d])`, 'gu'),
  },
  {
    before: /(?<=(?:box|bp|postfach|apartado|postale|postal) )/iuy,
    whole:
      /(?<![\p{L}\d])(?:P\.? ?O\.? ?Box|Post Office Box|Postfach|Box|BP|Apartado|Casella postale|Caixa Postal|PSC \d{1,5},? Box|Unit \d{1,5} Box) \d{2,6}(?!\d)/giu,
  },
];
/** Characters before a number that can belong to the street it ends. */
const STREET_LENGTH = 170;
/** Digits behind the first, a letter, the end of the word. */
const NUMBER_LENGTH = 16;

/** Parts behind a street, each a line or behind a comma or space: unit, city, state, postcode, country. */
const GAP = '[ ]{0,3}(?:,|,? ?\\n[> ]{0,4},?)?[ ]{1,3}|,? ?\\n[> ]{0,4}(?:, ?)?';
const POSTCODE =
  '(?:[A-Z]{1,2}-)?\\d{3,6}(?:[- ]\\d{2,4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d';
/** A point ends an abbreviation or stands inside of a word; else it ends the sentence, and the address with it. */
const PLACE_WORD = "(?:(?:St|Ste|Sta|Sto|Mt|Ft|[NSEW])\\.|\\p{Lu}(?:[\\p{L}\\p{M}'’-]|\\.(?=[\\p{L}-]))*)";
const PLACE = `${PLACE_WORD}(?:(?: (?:de|del|la|le|sur|les|am|an|der|do|da|dos|di|nad|pod|upon|on|the|of|in|en)){0,3} \\(?${PLACE_WORD}\\)?){0,4}`;
const PART = new RegExp(
  `^(?:${GAP})(?:(${UNIT}(?!\\d))|((?:(?:DPO|APO|FPO) A[AEP] \\d{5})|(?:${PLACE},? )?(?:[A-Z]{2,3} )?(?:${POSTCODE})(?![\\d\\p{L}-]| \\d)(?: ${PLACE})?|[A-Z]{2}(?![\\p{L}\\d])|(?:${POSTCODE})(?![\\d\\p{L}-]| \\d))|(${PLACE}))`,
  'u',
);
const MOST_PARTS = 6;

/** The end of the address that begins with the street ending at `from`. A bare place name counts only before a postcode or as a country. */
function endOfTail(text: string, from: number): number {
  let end = from;
  let index = from;
  for (let n = 0; n < MOST_PARTS; n++) {
    const match = PART.exec(text.slice(index, index + 90));
    if (match === null) break;
    index += match[0].length;
    const name = match[3];
    const isSure = name === undefined || name.split(' ').some((word) => (kindsOf(fold(word)) & KIND.place) !== 0);
    if (isSure) end = index;
  }
  return end;
}

/** A house number and capitalised words, as in any country; only an address with a unit or a postcode behind it. */
const GENERIC = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?:\\d{1,5} )?\\d{1,5}[A-Za-z]? ${NO_TIME}${PLACE_WORD}(?: (?:de|del|la|le|der|den|van|do|da|${PLACE_WORD})){0,4}(?: \\d{1,4}[A-Za-z]?)?\\.?(?= ?,? ?\\n?[> ]{0,4}${UNIT}|,? \\n?[^\\n\\d]{2,30}[ ,]\\d{4,6}(?!\\d))`,
  'uy',
);
const BOTH_NUMBERS = new RegExp(
  `(?<![\\p{L}\\d.,/-])\\d{2,5} ${NO_TIME}${PLACE_WORD}(?: (?:de|del|la|le|der|den|van|do|da|${PLACE_WORD})){0,4} \\d{1,4}(?![\\d.,:/%])`,
  'uy',
);
const MILITARY =
  /(?:(?:USS|USNS|USNV|USCGC|HMS) \p{Lu}[\p{L}'’-]+|PSC \d{1,5},? Box \d{1,5}|Unit \d{1,6}(?: Box \d{1,5})?|CMR \d{1,5}),?\s{1,3}(?:APO|FPO|DPO),? A[AEP] \d{5}/gu;
const MILITARY_MAIL = /[ADF]PO/;
const CORNER = new RegExp(
  `(?:corner|intersection) of ((?:\\d{1,5} )?${NAME}(?: ${NAME}){0,3}(?: \\d{1,4})?)(?: St\\.?)? and ((?:\\d{1,5} )?${NAME}(?: ${NAME}){0,3}(?: \\d{1,4})?)`,
  'gu',
);
const STREET_NAME = new RegExp(
  `(?<![\\p{L}\\d])(?:on|in|at|to|of|along|off|near) ((?:${NAME} ){1,3}(?:Street|St\\.|Road|Avenue|Lane|Drive|Boulevard))(?![\\p{L}])`,
  'gu',
);

/** An address behind words that announce one, up to the end of its clause. */
const ANNOUNCED =
  /\b(?:address(?:es)?(?: is|:)|address(?:es)?[^.\n:?]{0,40}(?::|\? (?:it is|it's))|(?:i |we |she |he |they )?(?:live|lives|living|lived|reside|resides|residing) (?:at|on|in)|located (?:at|on)|(?:deliver(?:ed)?|sent|ship(?:ped)?|taxi)(?: it)? to|arrived at|moved to|(?:house|home|office|apartment) (?:is )?(?:at|on)|wohn(?:t|e|haft) (?:in|am)|adresse(?: ist|:)|indirizzo:|direccion:|adres:)\s{1,3}/g;
const ANNOUNCED_VALUE = new RegExp(
  `^(?:the )?((?=[^\\n.!?]{0,60}\\d)(?:${NAME}|\\d[\\p{L}\\d/-]{0,7})(?: (?:${NAME}|\\d[\\p{L}\\d/-]{0,7}|de|la|del|van|der)){1,8})`,
  'u',
);

interface Match {
  readonly start: number;
  readonly raw: string;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

const withTail = (text: string, start: number, raw: string, score: number): Found => {
  const end = start + raw.trimEnd().length;
  const tail = endOfTail(text, end);
  return { start, end: tail, score: tail > end ? Math.max(score, 0.9) : score };
};

/** All that the expression (`y`) finds where a run of digits begins; none begins inside the one before. */
function fromNumbers(text: string, starts: readonly number[], pattern: RegExp): Match[] {
  const matches: Match[] = [];
  let from = 0;
  for (const start of starts) {
    if (start < from) continue;
    pattern.lastIndex = start;
    const raw = pattern.exec(text)?.[0];
    if (raw === undefined) continue;
    matches.push({ start, raw });
    from = start + raw.length;
  }
  return matches;
}

function toNumbers({ text, digitRuns }: PiiText): Match[] {
  const matches: Match[] = [];
  for (const { start, end } of digitRuns) {
    for (const form of TO_NUMBER) {
      form.before.lastIndex = start;
      if (!form.before.test(text)) continue;
      const offset = streetOffset(text, start);
      for (const match of matchesOf(form.whole, text.slice(offset, end + NUMBER_LENGTH)))
        matches.push({ start: offset + match.index, raw: match[0] });
    }
  }
  return matches;
}

/** Where a street that ends with the number at `start` can begin: within its line, not inside of a word. */
function streetOffset(text: string, start: number): number {
  const far = start - STREET_LENGTH;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return far <= line ? line : Math.max(far, Math.min(text.indexOf(' ', far), start));
}

/** Characters behind a number within which a street's name begins: a capital, or such a word before it. */
const NAME_DISTANCE = 14;
const NAME_WORD = new RegExp(`^[ ,]{0,2}(?:\\d+[a-z]?,? |[a-z] |bis,? |ter )?${PREFIX} `, 'u');

function hasNameAfter(text: string, end: number): boolean {
  const to = Math.min(text.length, end + NAME_DISTANCE);
  for (let i = end; i < to; i++) if (isUpperCase(text.charCodeAt(i))) return true;
  return isLetter(text.charCodeAt(end + 1)) && NAME_WORD.test(text.slice(end, end + 30));
}

/** Where a house number can stand before the name of its street: not inside a word, a longer number or a date. */
const houseNumbers = ({ text, digitRuns, dates }: PiiText): number[] =>
  digitRuns
    .filter(({ start, end }) => {
      const before = text.charCodeAt(start - 1);
      if (end - start > 5 || isLetter(before) || (before >= 0x2d && before <= 0x2f)) return false;
      return hasNameAfter(text, end) && !dates.some((date) => date.start < end && start < date.end);
    })
    .map(({ start }) => start);

function streets(view: PiiText): Found[] {
  const { text } = view;
  if (view.digitRuns.length === 0) return [];
  const starts = houseNumbers(view);
  const found: Found[] = [];
  for (const pattern of FROM_NUMBER)
    for (const { start, raw } of fromNumbers(text, starts, pattern)) found.push(withTail(text, start, raw, 0.86));
  for (const { start, raw } of toNumbers(view)) found.push(withTail(text, start, raw, 0.86));
  for (const { start, raw } of fromNumbers(text, starts, GENERIC)) found.push(withTail(text, start, raw, 0.85));
  if (MILITARY_MAIL.test(text))
    for (const match of text.matchAll(MILITARY))
      found.push({ start: match.index, end: match.index + match[0].length, score: 0.95 });
  for (const { start, raw } of fromNumbers(text, starts, BOTH_NUMBERS)) {
    const whole = withTail(text, start, raw, 0.55);
    if (whole.end > start + raw.length) found.push(whole);
  }
  return found;
}

const STREET_WORD = /(?:Street|St\.|Road|Avenue|Lane|Drive|Boulevard)/;

function namedStreets(view: PiiText): Found[] {
  const { text } = view;
  const found: Found[] = [];
  for (const match of view.hasAny(['corner of ', 'intersection of ']) ? text.matchAll(CORNER) : [])
    for (const name of [match[1] ?? '', match[2] ?? '']) {
      const start = match.index + match[0].lastIndexOf(name);
      found.push({ start, end: start + name.length, score: 0.9 });
    }
  for (const match of STREET_WORD.test(text) ? text.matchAll(STREET_NAME) : []) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    found.push({ start, end: start + name.length, score: 0.7 });
  }
  return found;
}

function announced({ text, folded, digitRuns }: PiiText): Found[] {
  const found: Found[] = [];
  if (digitRuns.length === 0) return found;
  for (const match of matchesOf(ANNOUNCED, folded)) {
    const from = match.index + match[0].length;
    const value = ANNOUNCED_VALUE.exec(text.slice(from, from + 160));
    const address = value?.[1];
    if (value === null || address === undefined) continue;
    found.push(withTail(text, from + value[0].length - address.length, address, 0.8));
  }
  return found;
}

/** Of addresses that overlap, the one that reaches furthest. */
function longest(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || one.start >= last.end) kept.push(one);
    else if (one.end > last.end)
      kept[kept.length - 1] = { ...last, end: one.end, score: Math.max(last.score, one.score) };
  }
  return kept;
}

/** A block of lines (a letterhead, a signature) gives one entity a line, so that redaction keeps its lines. */
function byLine(text: string, { start, end, score }: Found): PiiEntity[] {
  const isBlock = /(?:^|\n)[> \t]*$/.test(text.slice(Math.max(0, start - 12), start));
  if (!isBlock) return [{ type: 'ADDRESS', start, end, score }];
  const entities: PiiEntity[] = [];
  for (const line of text.slice(start, end).matchAll(/[^\n]+/g)) {
    const lead = /^[>\s,]*/.exec(line[0])?.[0].length ?? 0;
    const size = line[0].trimEnd().length - lead;
    const from = start + line.index + lead;
    if (size > 0) entities.push({ type: 'ADDRESS', start: from, end: from + size, score });
  }
  return entities;
}

/** Postal addresses: streets of some twenty countries with house number, and what follows of unit, city and postcode. */
export const findAddresses = (view: PiiText): PiiEntity[] =>
  longest([...streets(view), ...namedStreets(view), ...announced(view)]).flatMap((address) =>
    byLine(view.text, address),
  );
