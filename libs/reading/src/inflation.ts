import { readingError } from './reading.errors.js';

/** Bytes up to which nothing is asked of a file: its parts fit into memory easily. */
export const FREE_BYTES = 48 * 1024 * 1024;
/**
 * Beyond `FREE_BYTES`, inflated bytes for each compressed one. Deflate gives 1,032 at most; spreadsheets and logs that
 * people make stay below 40, bombs come near the most.
 */
const MAX_RATIO = 60;

/**
 * Counts the bytes that come out of one compressed file, all its parts together, while they come out. Throws
 * `decompression_bomb` as soon as they are more than a harmless file would give for what was read of it so far, and
 * `archive_too_large` beyond `maxBytes`. Bombs are found within `FREE_BYTES`, however large their files are.
 */
export class InflationBudget {
  private inflated = 0;
  private consumed = 0;

  constructor(private readonly maxBytes: number) {}

  get spent(): number {
    return this.inflated;
  }

  /** `inflated` bytes came out of `consumed` compressed ones. */
  take(inflated: number, consumed: number): void {
    this.inflated += inflated;
    this.consumed += consumed;
    if (this.inflated > FREE_BYTES && this.inflated > this.consumed * MAX_RATIO)
      throw readingError('decompression_bomb');
    if (this.inflated > this.maxBytes) throw readingError('archive_too_large');
  }
}
