import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { sentenceAt, type Prose } from '../domain/prose.js';
import type { FieldSpec } from '../../schemas/index.js';

const LAW =
  /\b(?:govern\w*|constru\w*|interpret\w*|enforce\w*|subject to|under|accordance with|pursuant to|controlled)\b[^.;]{0,220}?\blaws?(?:\s*,?[^.;,]{0,60}?)?\s+(?:of|in(?: force in)?|prevailing in|applicable in|and practice of)\s+/gi;
const OTHER_ORDER =
  /\b(?:the\s+)?((?:[A-Z][\w’']+\s+){1,4})(?:state\s+)?law(?:s)?\s+(?:shall|will|governs?|applies|to govern)\b/g;
/** "The law of the State of X, except for its choice of laws, shall govern". */
const LAW_GOVERNS =
  /\blaws?\s+of\s+(?=(?:[^.;]|\.(?!\s+[A-Z])){3,120}?\b(?:shall|will)\s+(?:govern|apply|control)\b)/gi;
const COURTS =
  /\b(?:courts?|jurisdiction|venue|tribunals?)\b[^.;]{0,120}?\b(?:of|in|for|located in|sitting in|within)\s+/gi;
const PREFIX =
  /^(?:the\s+)?(?:internal\s+|substantive\s+|domestic\s+|federal\s+)*(?:laws?\s+of\s+)?(?:the\s+)?(?:(?:united states(?: of america)?|u\.s\.a?\.?|federal laws[^,;.]{0,40})\s*(?:and|,)\s*(?:,?\s*to the extent[^,]{0,60},\s*(?:by\s+)?(?:the\s+)?laws?\s+of\s+)?(?:of\s+)?)?(?:the\s+)?(?:(?:state|commonwealth|province|republic|kingdom|territory|district|county|city|laws?)\s+(?:and\s+\w+\s+)?of\s+)*(?:the\s+)?/i;
const PLACE =
  /^[\p{Lu}][\p{L}’'.-]*(?:\s+(?:(?:of|and|the|de)\s+)*[\p{Lu}][\p{L}’'.-]*){0,5}(?:,\s+(?:U\.?S\.?A\.?|Canada|United States(?: of America)?|England|India|China|Israel))?/u;
const NO_PLACE =
  /^(?:this|agreement|state|which|such|its|any|law|the|party|parties|contract|united nations|conflicts?|without|licensor|company|seller|buyer|article|section|applicable|such)\b|\b(?:agreement|authorit\w+|act|code|part(?:y|ies)|purchase|securities|rules?|regulations?|convention|arbitration|association)\b/i;

/** A form of state that is part of the name: there is another Republic of China. */
const STATE_FORM =
  /\b(?:(?:People[’']?s|Democratic|Islamic|Federal|Federative|Arab|Socialist)\s+){1,3}Republic\s+of\s+(?:the\s+)?$/i;

interface Place {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The name of the place that starts at an offset, without "the State of". */
function placeAt(text: string, at: number): Place | null {
  const source = text.slice(at, at + 220);
  const prefix = PREFIX.exec(source)?.[0].length ?? 0;
  for (const skip of [prefix, 0]) {
    const match = PLACE.exec(source.slice(skip));
    const value = tidyPlace(match?.[0] ?? '');
    if (!match || value.length < 3 || NO_PLACE.test(value)) continue;
    const from = at + skip + match[0].indexOf(value);
    const start = from - (STATE_FORM.exec(text.slice(Math.max(0, from - 60), from))?.[0].length ?? 0);
    const end = from + value.length;
    return { value: nameCase(text.slice(start, end).replace(/\s+/g, ' ')), start, end };
  }
  return null;
}

/** Cuts what runs on into the next clause. */
const tidyPlace = (place: string): string =>
  place
    // A full stop behind a whole word ends the sentence; "St. Lucia" and "U.S." go on.
    .replace(/(?<=\p{L}{4})\.\s.*$/u, '')
    .replace(/\s+(?:and|of|the|de)$/i, '')
    .replace(/\s+(?:without|excluding|applicable|except|regardless|irrespective|exclusive|notwithstanding)\b.*$/i, '')
    .replace(/\s+(?:As|And|In|To)\b.*$/, '')
    // "New York State" is New York.
    .replace(/(?<!\bFree)\s+State$/, '')
    .replace(/,\s+(?:U\.?S\.?A?\.?|United States(?: of America)?)$/, '')
    .replace(/[.’'-]+$/, '');

/** "NEW YORK" → "New York": names of places are compared and shown in ordinary case. */
const nameCase = (place: string): string =>
  place === place.toUpperCase() && place.length > 4 && !place.includes('.')
    ? place
        .toLowerCase()
        .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
        .replace(/\b(Of|And|The)\b/g, (word) => word.toLowerCase())
    : place;

/** What the second law of a sentence loses: that of a federation, or the one that is not to hold. */
const FURTHER = -0.08;

function collect(prose: Prose, pattern: RegExp, base: number): (Place & { score: number })[] {
  const found: (Place & { score: number })[] = [];
  const sentences = new Set<number>();
  for (const match of prose.text.matchAll(pattern)) {
    const place = placeAt(prose.text, match.index + match[0].length);
    if (!place) continue;
    const { start, end } = sentenceAt(prose.text, match.index);
    const sentence = prose.text.slice(start, Math.min(end, start + 700));
    const governs = /\bgovern\w*/i.test(sentence) ? 0.14 : 0;
    const agreement = /\b(?:agreement|contract|herein|hereof|hereunder)\b/i.test(sentence) ? 0.05 : 0;
    const company = /\b(?:corporation|company|organi[sz]ed|incorporated|existing)\b[^.;]{0,40}$/i.test(
      prose.text.slice(Math.max(0, match.index - 80), match.index + match[0].length),
    )
      ? -0.5
      : 0;
    const further = sentences.has(start) ? FURTHER : 0;
    sentences.add(start);
    found.push({ ...place, score: base + governs + agreement + company + further });
    if (found.length >= 20) break;
  }
  return found;
}

/** The law that governs the contract, or the courts that it names. */
export function findLaw(view: DocumentView, prose: Prose, field: FieldSpec): Candidate[] {
  const laws = [...collect(prose, LAW, 0.72), ...collect(prose, LAW_GOVERNS, 0.7)];
  const courts = collect(prose, COURTS, field.concept === 'jurisdiction' ? 0.76 : 0.38);
  const named: (Place & { score: number })[] = [...prose.text.matchAll(OTHER_ORDER)].slice(0, 5).flatMap((match) => {
    const name = (match[1] ?? '').trim();
    const start = match.index + match[0].indexOf(name);
    return NO_PLACE.test(name) || name.length < 3
      ? []
      : [{ value: nameCase(name), start, end: start + name.length, score: 0.6 }];
  });
  return [...laws, ...courts, ...named].map(({ value, start, end, score }) => ({
    field: field.name,
    value,
    raw: view.text.slice(start, end),
    start,
    end,
    score,
    evidence: 'clause',
    agent: 'clauses',
  }));
}
