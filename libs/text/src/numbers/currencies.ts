/** Signs and names that stand for one currency, or for several of which the first is the usual one (ISO 4217). */
const SIGNS: readonly (readonly [marker: string, ...currencies: string[]])[] = [
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['S$', 'SGD'],
  ['SG$', 'SGD'],
  ['MX$', 'MXN'],
  ['R$', 'BRL'],
  ['$', 'USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'ARS', 'CLP', 'COP', 'BND'],
  ['＄', 'USD', 'TWD', 'HKD'],
  ['€', 'EUR'],
  ['£', 'GBP', 'EGP', 'LBP'],
  ['¥', 'JPY', 'CNY'],
  ['￥', 'JPY', 'CNY'],
  ['円', 'JPY'],
  ['元', 'CNY', 'TWD'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['원', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₪', 'ILS'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['RM', 'MYR'],
  ['Rs.', 'INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  ['Rs', 'INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  ['Rp', 'IDR'],
  ['R', 'ZAR'],
  ['Fr.', 'CHF'],
  ['SFr.', 'CHF'],
  ['kr.', 'SEK', 'NOK', 'DKK', 'ISK'],
  ['kr', 'SEK', 'NOK', 'DKK', 'ISK'],
  ['Kr', 'SEK', 'NOK', 'DKK', 'ISK'],
  ['zł', 'PLN'],
  ['zl', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['lei', 'RON'],
  ['лв', 'BGN'],
  ['руб', 'RUB'],
  ['грн', 'UAH'],
  ['euros', 'EUR'],
  ['euro', 'EUR'],
  ['Euros', 'EUR'],
  ['Euro', 'EUR'],
  ['dollars', 'USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
  ['Dollars', 'USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
  ['dollar', 'USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
  ['pounds', 'GBP'],
  ['yen', 'JPY'],
  ['rupees', 'INR', 'PKR', 'LKR', 'NPR'],
  ['Rupees', 'INR', 'PKR', 'LKR', 'NPR'],
  ['ringgit', 'MYR'],
  ['Ringgit', 'MYR'],
  ['Franken', 'CHF'],
  ['francs', 'CHF'],
];

/** Codes are read in capitals only. Codes that are common words in capitals (ALL, TOP, MOP, CUP) are left out. */
const CODES = `USD EUR GBP JPY CNY CHF CAD AUD NZD SGD HKD MYR IDR THB PHP VND KRW TWD INR PKR LKR NPR BDT AED SAR QAR
  KWD BHD OMR JOD ILS EGP MAD TND ZAR NGN KES GHS TZS UGX BRL MXN ARS CLP COP PEN UYU DKK SEK NOK ISK PLN CZK HUF RON
  BGN HRK RSD RUB UAH TRY KZT GEL RMB`
  .trim()
  .split(/\s+/);

const BY_MARKER: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...SIGNS.map(([marker, ...currencies]) => [marker, currencies] as const),
  ...CODES.map((code) => [code, [code === 'RMB' ? 'CNY' : code]] as const),
]);

const escaped = (marker: string): string => marker.replace(/[.$]/g, '\\$&');

/** Alternatives of a regular expression, longer markers first. */
export const CURRENCY_PATTERN = [...BY_MARKER.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|');

/** Characters that a marker can begin and end with: beside any other there is none, and no expression is needed. */
export const CURRENCY_STARTS: ReadonlySet<string> = new Set([...BY_MARKER.keys()].map((marker) => marker.charAt(0)));
export const CURRENCY_ENDS: ReadonlySet<string> = new Set([...BY_MARKER.keys()].map((marker) => marker.slice(-1)));

/** ISO 4217 of a sign, name or code. `hint` decides between the currencies that share a sign. */
export function currencyOf(marker: string, hint?: string | null): string | null {
  const currencies = BY_MARKER.get(marker) ?? BY_MARKER.get(marker.toUpperCase()) ?? [];
  return currencies.find((currency) => currency === hint) ?? currencies[0] ?? null;
}
