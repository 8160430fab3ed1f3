import type { PiiEntity, PiiType } from './privacy-model.js';

/** `mask`: `[PERSON]` for every person; `pseudonymize`: `[PERSON_1]`, the same for the same name throughout the text. */
export type RedactionMode = 'mask' | 'pseudonymize';

export interface Redaction {
  readonly text: string;
  /** The entities, at their offsets in the original text. */
  readonly entities: readonly PiiEntity[];
  /** Token to original; empty for `mask`. It is personal data: for the caller's hands only, never for a log. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** Hands out `[TYPE_n]`; spellings that differ in case and spaces only share a token where they share the original. */
class Pseudonyms {
  readonly mapping = new Map<string, string>();
  private readonly tokens = new Map<string, string>();
  private readonly counts = new Map<PiiType, number>();
  /** Numbers that stand behind the name of a type in the text itself. */
  private readonly taken = new Map<PiiType, ReadonlySet<string>>();
  private plain: string | undefined;

  constructor(private readonly text: string) {}

  tokenFor(type: PiiType, original: string): string {
    const key = `${type} ${original}`;
    const known = this.tokens.get(key);
    if (known !== undefined) return known;
    const token = this.next(type);
    this.tokens.set(key, token);
    this.mapping.set(token, original);
    return token;
  }

  /** The next number that no token of the text has, however it is written there, so that restoring is exact. */
  private next(type: PiiType): string {
    let count = (this.counts.get(type) ?? 0) + 1;
    for (const taken = this.takenBy(type); taken.has(String(count));) count++;
    this.counts.set(type, count);
    return `[${type}_${count}]`;
  }

  private takenBy(type: PiiType): ReadonlySet<string> {
    const known = this.taken.get(type);
    if (known !== undefined) return known;
    this.plain ??= plainOf(this.text);
    const found = new Set<string>();
    // What parts two numbers is gone: `[PERSON_1] 1` has both 1 and 11.
    for (const [, digits = ''] of this.plain.matchAll(new RegExp(`${plainOf(type)}0*(\\d{1,9})`, 'g')))
      for (let end = 1; end <= digits.length; end++) found.add(digits.slice(0, end));
    this.taken.set(type, found);
    return found;
  }
}

/**
 * What a model may take two spellings of a token for the same by: `[person 1]`, one with invisible characters, one of wide letters.
 */
const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Replaces the entities of a text. They have to be in order and must not overlap, as `detectPii` gives them. */
export function redactText(text: string, entities: readonly PiiEntity[], mode: RedactionMode): Redaction {
  const pseudonyms = new Pseudonyms(text);
  let redacted = '';
  let from = 0;
  for (const { type, start, end } of entities) {
    if (start < from) continue;
    redacted += text.slice(from, start);
    redacted += mode === 'mask' ? `[${type}]` : pseudonyms.tokenFor(type, text.slice(start, end));
    from = end;
  }
  return { text: redacted + text.slice(from), entities, mapping: pseudonyms.mapping };
}

/** Puts the originals back into a text with tokens of `pseudonymize`, for instance into a model's answer. */
export const restoreText = (text: string, mapping: ReadonlyMap<string, string>): string =>
  text.replace(/\[[A-Z_]+_\d+\]/g, (token) => mapping.get(token) ?? token);
