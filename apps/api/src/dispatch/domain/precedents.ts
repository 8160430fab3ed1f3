import type { Lesson } from './learned.js';

/** What is taught but for priorities, which have a model of their own (learned.ts). */
export const TAUGHT_FIELDS = ['category', 'type', 'routing'] as const;
export type TaughtField = (typeof TAUGHT_FIELDS)[number];

/** A mail that people have corrected, or said to be right. */
export interface Precedent {
  readonly features: Lesson['features'];
  readonly said: Readonly<Partial<Record<TaughtField, string>>>;
}

/** What corrected mails that are like this one say. */
export interface Taught {
  readonly field: TaughtField;
  readonly value: string;
  /** Mails like this one that were corrected to it, and to something else. */
  readonly mails: number;
  readonly against: number;
  /** 0..1: their share by likeness. */
  readonly share: number;
}

/** Precedents by what they have, so that a mail is compared with those alone that share something with it. */
export interface Precedents {
  readonly list: readonly Precedent[];
  readonly byFeature: ReadonlyMap<string, readonly (readonly [precedent: number, value: number])[]>;
}

/** Words count by their cosine. A sender says what a mail is even where the words are new; its domain counts too. */
const LIKENESS: Readonly<Record<string, number>> = { word: 1, sender: 0.25, domain: 0.15 };
/** Mails below this are not alike. */
const ALIKE = 0.35;
/**
 * One correction alone changes nothing, however like the mail is: two that are nearly the same, or three by the same sender, and
 * most of all that was said of such mails. So a slip of one person stays with its mail.
 */
const LEAST_MAILS = 2;
const LEAST_LIKENESS = 1;
const LEAST_SHARE = 0.7;

const kindOf = (feature: string): string => feature.slice(0, feature.indexOf(':'));

export function precedentsOf(list: readonly Precedent[]): Precedents {
  const byFeature = new Map<string, [number, number][]>();
  for (const [at, { features }] of list.entries())
    for (const [feature, value] of Object.entries(features)) {
      if (LIKENESS[kindOf(feature)] === undefined) continue;
      const found = byFeature.get(feature);
      if (found === undefined) byFeature.set(feature, [[at, value]]);
      else found.push([at, value]);
    }
  return { list, byFeature };
}

/** What a tenant's corrections say of a mail: of each field at most one value. Pure. */
export function taughtBy(precedents: Precedents, features: Lesson['features']): Taught[] {
  if (precedents.list.length < LEAST_MAILS) return [];
  const alike = likenesses(precedents, features);
  return TAUGHT_FIELDS.flatMap((field) => {
    const votes = new Map<string, { likeness: number; mails: number }>();
    let [all, mails] = [0, 0];
    for (const [at, likeness] of alike) {
      const value = precedents.list[at]?.said[field];
      if (value === undefined || likeness < ALIKE) continue;
      const vote = votes.get(value) ?? { likeness: 0, mails: 0 };
      votes.set(value, { likeness: vote.likeness + likeness, mails: vote.mails + 1 });
      all += likeness;
      mails++;
    }
    const [best] = [...votes].toSorted(([, a], [, b]) => b.likeness - a.likeness);
    if (best === undefined) return [];
    const [value, vote] = best;
    const share = Number((vote.likeness / all).toFixed(4));
    const isTaught = vote.mails >= LEAST_MAILS && vote.likeness >= LEAST_LIKENESS && share >= LEAST_SHARE;
    return isTaught ? [{ field, value, mails: vote.mails, against: mails - vote.mails, share }] : [];
  });
}

function likenesses({ byFeature }: Precedents, features: Lesson['features']): ReadonlyMap<number, number> {
  const alike = new Map<number, number>();
  for (const [feature, own] of Object.entries(features)) {
    const weight = LIKENESS[kindOf(feature)];
    if (weight === undefined) continue;
    for (const [at, value] of byFeature.get(feature) ?? []) alike.set(at, (alike.get(at) ?? 0) + weight * own * value);
  }
  return alike;
}
