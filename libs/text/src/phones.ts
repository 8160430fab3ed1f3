import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import type { PhoneMatch } from './text-model.js';

/** 7 to 15 digits (E.164) with at most two separators in a row, and an optional extension. */
const CANDIDATE =
  /(?<![\p{L}\d_])(?:\+|\(|(?=\d))(?:\d[\s().\-–/]{0,2}){6,14}\d(?:,?\s?(?:x|ext\.?|Ext\.?|#)\s?\d{1,6})?(?![\p{L}\d_])/gu;

/** Checking one candidate takes some 15 µs; more than this many in one text are columns of numbers. */
const MOST_CANDIDATES = 5_000;

/**
 * Telephone numbers that are valid in the numbering plan of their country.
 *
 * @param defaultRegion ISO 3166-1 alpha-2 of numbers without a country code; without it only `+…` is found.
 */
export function findPhones(text: string, defaultRegion?: string): PhoneMatch[] {
  const region = defaultRegion?.toUpperCase();
  const country: CountryCode | undefined = region !== undefined && isSupportedCountry(region) ? region : undefined;
  const matches: PhoneMatch[] = [];
  let checked = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    if (++checked > MOST_CANDIDATES) break;
    if (country === undefined && !match[0].includes('+')) continue;
    const phone = parsePhoneNumberFromString(match[0], country);
    if (phone === undefined || !phone.isValid()) continue;
    matches.push({
      start: match.index,
      end: match.index + match[0].length,
      e164: phone.number,
      country: phone.country ?? null,
    });
  }
  return matches;
}

/** A telephone number with its country code, taken apart (digits only); null where it is none that is valid. */
export function phoneParts(text: string): { readonly countryCode: string; readonly national: string } | null {
  const phone = parsePhoneNumberFromString(text.replace(/^\s*00/, '+'));
  if (phone === undefined || !phone.isValid()) return null;
  return { countryCode: phone.countryCallingCode, national: phone.nationalNumber };
}
