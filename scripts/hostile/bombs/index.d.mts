/** A file made to hurt whoever reads it. */
export interface Bomb {
  readonly family: string;
  /** The file name. */
  readonly name: string;
  readonly make: () => Promise<Buffer>;
}

export const bombs: readonly Bomb[];
