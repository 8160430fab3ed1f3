import type { Category, Industry } from '../taxonomy/taxonomy.js';

/** A category that a tenant has made, with what shows it. */
export interface OwnType extends Category {
  readonly industry: string;
  /** For each example the terms of its text. */
  readonly examples: readonly (readonly string[])[];
}

/** What a tenant has made. All of it can be sent to a thread. */
export interface OwnTaxonomy {
  readonly types: readonly OwnType[];
  readonly industries: readonly Industry[];
}
