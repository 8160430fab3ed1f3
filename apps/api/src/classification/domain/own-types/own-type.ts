import type { Category } from '../taxonomy/taxonomy.js';

/** A category that a tenant has made, with what shows it. */
export interface OwnType extends Category {
  readonly industry: string;
  /** For each example the terms of its text. */
  readonly examples: readonly (readonly string[])[];
}
