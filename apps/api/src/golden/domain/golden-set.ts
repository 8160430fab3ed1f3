import type { Truth } from './truth.js';

export interface GoldenSet {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly documents: number;
  readonly createdAt: Date;
}

/** A document of a set with what is right for it. */
export interface GoldenDocument {
  readonly documentId: string;
  readonly truth: Truth;
  readonly createdAt: Date;
}
