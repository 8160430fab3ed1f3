import { type Values, valuesOf } from './values.js';

/** What may be stated, because it stands in these texts. */
export type Source = Readonly<Record<keyof Values, ReadonlySet<string>>>;

export function sourceOf(text: string, language: string): Source {
  const { links, accounts, codes, numbers, dates } = valuesOf(text, language);
  return {
    links: new Set(links),
    accounts: new Set(accounts),
    codes: new Set(codes),
    // A part of a reference may be named alone, a part of a number may not.
    numbers: new Set([...numbers, ...digitsOf(codes)]),
    dates: new Set(dates),
  };
}

const digitsOf = (codes: readonly string[]): string[] => codes.map((code) => code.replace(/\D/g, ''));

/** Kinds of values in a text that do not stand in the source; empty where all do. */
export function unknownValues(text: string, language: string, values: Source): (keyof Values)[] {
  const found = valuesOf(text, language);
  return (Object.keys(values) as (keyof Values)[]).filter((kind) => found[kind].some((one) => !values[kind].has(one)));
}
