import type { Choices } from './words.mjs';

export interface MadeDocument {
  readonly type: string;
  readonly language: string;
  readonly bytes: Buffer;
  /** Null where the document rightly has none; left out where nobody can say. */
  readonly truth: Readonly<Record<string, string | null | undefined>>;
}
export const KINDS: readonly ((c: Choices) => Promise<MadeDocument>)[];
