import type { StoredReading } from '@app/reading';
import { slicePages } from '@model/reading';
import { boundaryFeatures, type Features, type PageType, typeFeatures } from './boundary-features.js';
import { pageFacts, type PageFacts } from './page-facts.js';

/** What the pages of a file look like, taken alone. */
export type TypeOf = (reading: StoredReading) => PageType;

/** A place where a document may begin: before the page `at`, counted from 1. */
export interface Gap {
  readonly at: number;
  readonly features: Features;
}

export interface PageSigns {
  readonly gaps: readonly Gap[];
  /** Pages, from 1, that are sheets between documents and belong to none. */
  readonly separators: ReadonlySet<number>;
}

/**
 * What speaks for and against a document's beginning at each page. Types of pages are looked for only where `needsTypes`
 * says so: they take most of the time.
 */
export function findGaps(
  reading: StoredReading,
  typeOf: TypeOf,
  needsTypes: (features: Features) => boolean,
): PageSigns {
  const gaps: Gap[] = [];
  const separators = new Set<number>();
  const types = new Map<number, PageType>();
  const typeAt = (page: number): PageType => {
    const known = types.get(page) ?? typeOf(slicePages(reading, page, page));
    types.set(page, known);
    return known;
  };
  let before: { readonly page: number; readonly facts: PageFacts } | null = null;
  for (const [index, page] of reading.pages.entries()) {
    const [at, facts] = [index + 1, pageFacts(reading, page)];
    if (facts.isSeparator) separators.add(at);
    if (facts.isBlank || facts.isSeparator) continue;
    if (before !== null) {
      const features = boundaryFeatures(before.facts, facts, at - before.page - 1);
      const typed = needsTypes(features)
        ? { ...features, ...typeFeatures(typeAt(before.page), typeAt(at), features) }
        : features;
      gaps.push({ at, features: typed });
    }
    before = { page: at, facts };
  }
  return { gaps, separators };
}
