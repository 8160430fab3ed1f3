import { foldKeepingOffsets } from '@app/text';
import type { PiiEntity } from '../privacy-model.js';

const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,30}";
const NUMBER = '\\d{1,5}(?:[-/]\\d{1,4})?(?: ?[A-Za-z](?![\\p{L}\\d]))?';
/** Words behind the name of a street (English), with a house number before. */
const ENGLISH =
  'Street|St|Road|Rd|Avenue|Ave|Av|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Ter|Way|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Trl|Crescent|Close|Row|Alley|Mews|Grove|Gardens|Walk|Plaza|Loop|Pike|Turnpike|Expressway|Freeway|Route|Ridge|Hill|Park|Green|Broadway|Quay|Mall|Fort|Ports?|Summit|Springs?|Manor|Meadows?|Mill|Mount|Mountain|Village|Ville|View|Vista|Point|Pass|Path|Shore|Shores|Station|Stream|Track|Tunnel|Union|Valley|Via|Viaduct|Wells|Harbors?|Haven|Heights|Hollow|Inlet|Island|Isle|Junction|Keys?|Knolls?|Lakes?|Landing|Light|Locks|Lodge|Field|Fields|Flats?|Fords?|Forest|Forge|Forks?|Estates?|Extension|Falls?|Ferry|Cove|Creek|Crest|Crossing|Crossroad|Curve|Dale|Dam|Divide|Burgs?|Bypass|Camp|Canyon|Cape|Causeway|Centers?|Cliffs?|Club|Common|Corners?|Course|Coves|Brook|Brooks|Bridge|Branch|Bluffs?|Bend|Beach|Bayou|Annex|Arcade|Orchard|Oval|Overpass|Passage|Pine|Pines|Plain|Plains|Prairie|Radial|Ramp|Ranch|Rapids?|Rest|River|Roads|Shoal|Shoals|Skyway|Spur|Spurs|Squares|Stravenue|Streets|Throughway|Trace|Trafficway|Rue|Unions|Garden|Gateway|Glen|Glens';
/** Endings of street names that are one word. */
const COMPOUND =
  'stra(?:ß|ss)e|str\\.|gasse|weg|allee|platz|damm|ufer|ring|steig|straat|laan|plein|gracht|kade|dijk|singel|hof|gatan|gata|v(?:ä|a)gen|gr(?:ä|a)nd|vej|gade|all(?:é|e)|stien|veien|vegen|gate|tie|katu|kuja|polku|utca|u\\.|(?:ú|u)t|t(?:é|e)r';
/** Words before the name of a street. */
const PREFIX =
  '(?:rue|avenue|av\\.|boulevard|bd\\.?|place|chemin|impasse|quai|all(?:é|e)e|route|cours|calle|c\\/|avenida|avda\\.?|plaza|paseo|camino|carretera|ronda|via|viale|piazza|piazzale|corso|largo|vicolo|strada|rua|travessa|praça|praca|alameda|estrada|ulica|ul\\.|aleja|al\\.|os\\.|pl\\.|n(?:á|a)m\\.|t(?:ř|r)(?:í|i)da|ulitsa|prospekt|bulevar|strasse|am|an der|auf der|im|zum|zur|unter den)';
/** Words that follow the name of a street in the languages that write it apart. */
const SEPARATE =
  '(?:utca|u\\.|út|tér|körút|sor|köz|ulica|cesta|ulice|třída|náměstí|sokak|caddesi|tie|katu|väg|gata|vei|gate|vej|gade|Straße|Strasse|Str\\.|Weg|Allee|Platz|Ring|straat|laan|weg|plein)';

const UNIT =
  '(?:(?:suite|ste\\.?|apt\\.?|apartment|unit|room|rm|floor|fl|flat|bldg|building|#|no\\.?|door) ?#? ?\\d{1,5}[A-Za-z]?)';
const STREETS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d.,/-])${NUMBER},? (?:[NSEW]\\.? )?(?:${NAME} ){1,4}(?:${ENGLISH})\\.?(?![\\p{L}])(?: [NSEW]{1,2}(?![\\p{L}]))?`,
    'gu',
  ),
  new RegExp(`(?<![\\p{L}\\d.,/-])\\d{1,5}(?:st|nd|rd|th)? \\d{1,3}(?:st|nd|rd|th) (?:${ENGLISH})\\b\\.?`, 'gu'),
  new RegExp(
    `(?<![\\p{L}])(?:${NAME} ){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}(?:${COMPOUND}),? ${NUMBER}(?![\\p{L}\\d])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d.,/-])(?:${NUMBER},? )\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}(?:${COMPOUND})(?:,? ${NUMBER})?(?![\\p{L}\\d])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?:${NUMBER},? ?(?:bis,? )?)?${PREFIX} (?:(?:de|del|della|dei|di|da|do|dos|das|du|des|la|le|les|los|las|l['’]|d['’]|św\\.|gen\\.) ?){0,3}(?:${NAME} ?){1,4}(?:,? ?(?:n[°º]? ?|nr\\.? ?)?${NUMBER})(?![\\p{L}\\d])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d])${NUMBER},? ?(?:bis |ter )?${PREFIX} (?:(?:de|du|des|la|le|les|l['’]|d['’]) ?){0,3}(?:${NAME} ?){1,4}`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}])(?:${NAME} ){1,3}${SEPARATE} ${NUMBER}\\.?(?![\\p{L}\\d])`, 'gu'),
  new RegExp(`(?<![\\p{L}\\d.,/-])${NUMBER} (?:${NAME} ){1,3}${SEPARATE}(?: ${NUMBER})?\\.?(?![\\p{L}\\d])`, 'gu'),
  /(?<![\p{L}\d])(?:P\.? ?O\.? ?Box|Post Office Box|Postfach|Box|BP|Apartado|Casella postale|Caixa Postal|PSC \d{1,5},? Box|Unit \d{1,5} Box) \d{2,6}(?!\d)/giu,
];

const SEP = '[ ]{0,4}(?:,|\\n|,? ?\\n)?[ ]{0,4}';
/** What may follow a street: unit, city with postcode in either order, state, country. */
const TAIL = new RegExp(
  `^(?:${SEP}${UNIT})?` +
    `(?:${SEP}(?:(?:DPO|APO|FPO) A[AEP] \\d{5}` +
    `|(?:${NAME}[ ,]{1,2}){1,4}[A-Z]{2,3} ?\\d{4,5}(?:-\\d{4})?` +
    `|(?:[A-Z]{1,2}-)?\\d{3,5}(?:[- ]\\d{2,3})? ?(?:[A-Z]{2} )?${NAME}(?: ${NAME}){0,3}` +
    `|(?:${NAME}[ ,]{1,2}){0,3}[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}` +
    `|${NAME}(?: ${NAME}){0,2},? (?:[A-Z]{2}|\\d{4,6})(?![\\p{L}\\d])))?`,
  'u',
);

/** An address behind words that announce one, up to the end of its clause. */
const ANNOUNCED =
  /\b(?:address(?: is|:)|(?:i |we |she |he |they )?(?:live|lives|living|lived|reside|resides|residing) (?:at|on|in)|located (?:at|on)|delivered to|deliver (?:it )?to|ship(?:ped)? to|arrived at|moved to|(?:house|home|office|apartment) (?:is )?(?:at|on)|wohn(?:t|e|haft) (?:in|am)|adresse(?: ist|:)|indirizzo:|direccion:|adres:|corner of)\s{1,3}/g;
const ANNOUNCED_VALUE = new RegExp(
  `^(?:the )?((?=[^\\n.!?]{0,60}\\d)(?:${NAME}|\\d[\\p{L}\\d/-]{0,7})(?:[ ,]{1,2}(?:${NAME}|\\d[\\p{L}\\d/-]{0,7}|de|la|del|van|der)){1,8})`,
  'u',
);

function streets(text: string): PiiEntity[] {
  const entities: PiiEntity[] = [];
  for (const pattern of STREETS)
    for (const match of text.matchAll(pattern)) {
      const street = match[0].trimEnd();
      const end = match.index + street.length;
      const tail = TAIL.exec(text.slice(end, end + 160))?.[0].trimEnd() ?? '';
      entities.push({ type: 'ADDRESS', start: match.index, end: end + tail.length, score: tail === '' ? 0.75 : 0.9 });
    }
  return entities;
}

function announced(text: string): PiiEntity[] {
  const entities: PiiEntity[] = [];
  for (const match of foldKeepingOffsets(text).matchAll(ANNOUNCED)) {
    const from = match.index + match[0].length;
    const value = ANNOUNCED_VALUE.exec(text.slice(from, from + 160));
    const address = value?.[1];
    if (value === null || address === undefined) continue;
    const start = from + value[0].length - address.length;
    entities.push({ type: 'ADDRESS', start, end: start + address.length, score: 0.7 });
  }
  return entities;
}

/** Postal addresses: streets of some twenty countries with house number, and what follows of unit, city and postcode. */
export const findAddresses = (text: string): PiiEntity[] => [...streets(text), ...announced(text)];
