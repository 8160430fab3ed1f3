type Row = Readonly<Record<string, string>>;

/** A document made up for tests: lines as on a typewriter, two spaces and more part columns. */
export interface Paper {
  readonly what: string;
  readonly text: string;
  /** Single values that must be read, and no other of the same names. */
  readonly values: Row;
  /** Values that the paper does not have. */
  readonly absent?: readonly string[];
  /** Lists that must be read, row by row. */
  readonly lists?: Readonly<Record<string, readonly Row[]>>;
}
