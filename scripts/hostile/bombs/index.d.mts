/** A file made to hurt whoever reads it. */
export interface Bomb {
  readonly family: string;
  /** The file name. */
  readonly name: string;
  /** No reader can tell in time what the file is up to: that its process is ended is what is expected. */
  readonly needsSandbox: boolean;
  readonly make: () => Promise<Buffer>;
}

export const bombs: readonly Bomb[];
