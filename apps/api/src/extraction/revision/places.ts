import { AppError } from '@app/kernel';
import type { ExtractedField, Findings } from '../../fields/index.js';
import type { FieldSpec } from '../../schemas/index.js';
import { locateValue } from './locate-value.js';

/** A value of a person's that is to be found in the documents. */
export interface Wanted {
  readonly field: Pick<FieldSpec, 'name' | 'type'>;
  readonly value: string;
  /** Where the rest of its row stands; null where it is of none. */
  readonly around: readonly number[] | null;
  /** The document that is looked at before the others, `doc_…`; null where it does not matter. */
  readonly first: string | null;
}

export type Place = Pick<ExtractedField, 'raw' | 'grounding' | 'source'>;

/** Where values stand in the documents that were reviewed. */
export interface Places {
  /** What amounts are in where nothing says otherwise. */
  readonly currency: string | null;
  find(wanted: Wanted): Place | null;
}

/** The places of all values that were asked for, in their order. All of it can come from a thread. */
export interface Located {
  readonly currency: string | null;
  readonly places: readonly (Place | null)[];
}

/** In what the engine sees in the document, and then in its parts. */
export const placesIn = (findings: readonly Findings[]): Places => ({
  currency: findings[0]?.view.currency ?? null,
  find: ({ field, value, around, first }) => {
    const isFirst = ({ grounder }: Findings): number => Number(grounder.documentId === first);
    for (const seen of findings.toSorted((a, b) => isFirst(b) - isFirst(a))) {
      const place = locateValue(seen, field, value, around);
      if (place) return { ...place, source: seen === findings[0] ? 'body' : 'attachment' };
    }
    return null;
  },
});

/** Finds nothing, and notes what is asked for. */
export const noting = (wanted: Wanted[]): Places => ({
  currency: null,
  find: (one) => {
    wanted.push(one);
    return null;
  },
});

/** What was found for `wanted`, asked for in the same order. */
export function foundFor(wanted: readonly Wanted[], { currency, places }: Located): Places {
  let next = 0;
  return {
    currency,
    find: ({ value }) => {
      const at = next++;
      if (wanted[at]?.value !== value) throw new AppError('places_out_of_order', 'bug');
      return places[at] ?? null;
    },
  };
}
