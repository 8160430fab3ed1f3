import type { MoneyMatch } from '@app/text';

/** What a paper of a country shows beside its dollars: codes, forms of companies, registrations, taxes, codes of towns. */
const DOLLARS: readonly (readonly [code: string, signs: RegExp])[] = [
  ['USD', /\bUSD?\$|\bUSD\b|\bEIN\b|\bU\.?S\.?A\b|\bUnited States\b|\bSales Tax\b|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b/g],
  [
    'AUD',
    /\bAU?\$|\bAUD\b|\bA\.?B\.?N\b|\bA\.?C\.?N\b|\bPty\b|\bAustralia\b|\bBSB\b|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b/g,
  ],
  ['CAD', /\bCA?\$|\bCAD\b|\bHST\b|\bQST\b|\bTVQ\b|\bCanada\b|\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b/g],
  ['NZD', /\bNZ\$|\bNZD\b|\bNZBN\b|\bNew Zealand\b/g],
  ['SGD', /\bS\$|\bSGD\b|\bUEN\b|\bPte\b|\bSingapore\b/g],
  ['HKD', /\bHK\$|\bHKD\b|\bHong Kong\b|\bKowloon\b/g],
];

/** Signs of one country count once each kind; what is printed on later pages is seldom about the country. */
const SAMPLE = 20_000;

/**
 * Whose dollars a paper counts in, where its amounts have a bare "$": the country that most kinds of signs speak for, if they
 * outnumber those of the United States, whose dollar it is otherwise.
 */
export function dollarOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const kinds = DOLLARS.map(([code, signs]) => [code, new Set(sample.match(signs) ?? []).size] as const);
  const [usual] = kinds;
  return kinds.reduce((best, one) => (one[1] > best[1] ? one : best), usual ?? ['USD', 0])[0];
}

/** Amounts behind a bare "$" get the code of the country whose paper it is. */
export function withDollars(text: string, amounts: readonly MoneyMatch[]): readonly MoneyMatch[] {
  const isBare = ({ currency, start, end }: MoneyMatch): boolean =>
    currency === 'USD' && !/US/i.test(text.slice(Math.max(0, start - 4), end + 4));
  if (!amounts.some(isBare)) return amounts;
  const code = dollarOf(text);
  return code === 'USD' ? amounts : amounts.map((amount) => (isBare(amount) ? { ...amount, currency: code } : amount));
}
