import * as chrono from 'chrono-node';
import type { DateMatch } from '../text-model.js';
import { isoDate } from './calendar.js';

const PARSERS: Readonly<Record<string, chrono.Chrono>> = {
  de: chrono.de.casual,
  en: chrono.en.casual,
  es: chrono.es.casual,
  fr: chrono.fr.casual,
  it: chrono.it.casual,
  ja: chrono.ja.casual,
  nl: chrono.nl.casual,
  pt: chrono.pt.casual,
  sv: chrono.sv.casual,
};

/** Deadlines stand in mails, and mails are shorter; chrono's own expressions are slow on long columns of words. */
const LOOKED_AT = 20_000;
/** `sat`, `sun`, `mar` are words too. */
const SHORTEST = 4;

/** Only what names a day: not a time (`at 5`), a month (`May 2025`) or a short word that is a weekday's too. */
function namesDay({ text, start }: chrono.ParsedResult): boolean {
  return start.isCertain('day') || (start.isCertain('weekday') && text.length >= SHORTEST);
}

/**
 * Dates that only a point of reference makes complete: `by Friday`, `tomorrow`, `in 3 days`, `May 20`. Of two days
 * that could be meant the one to come is taken.
 *
 * @param reference the day the text was written (its UTC calendar day)
 */
export function relativeDates(text: string, reference: Date, language: string = 'en'): DateMatch[] {
  const parser = (Object.hasOwn(PARSERS, language) ? PARSERS[language] : undefined) ?? chrono.en.casual;
  const results = parser.parse(text.slice(0, LOOKED_AT), { instant: reference, timezone: 0 }, { forwardDate: true });
  return results.filter(namesDay).flatMap((result) => {
    const { start } = result;
    const iso = isoDate(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
    return iso === null ? [] : [{ start: result.index, end: result.index + result.text.length, iso, ambiguous: false }];
  });
}
