import type { Choices } from './words.mjs';

export interface MadeDocument {
  /** Null where a schema of its own says what is wanted of it. */
  readonly type: string | null;
  readonly schema?: object;
  readonly language: string;
  readonly bytes: Buffer;
  /** Null where the document rightly has none; left out where nobody can say. */
  readonly truth: Readonly<Record<string, string | readonly string[] | null | undefined>>;
}
export const KINDS: readonly ((c: Choices) => Promise<MadeDocument>)[];
