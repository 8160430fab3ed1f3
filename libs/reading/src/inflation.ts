import { readingError } from './reading.errors.js';

/** Bytes up to which nothing is asked of a file: its parts fit into memory easily. */
export const FREE_BYTES = 48 * 1024 * 1024;
/**
 * Beyond `FREE_BYTES`, inflated bytes for each byte of the file. Deflate gives 1,032 at most; spreadsheets and logs that
 * people make stay below 40, bombs come near the most.
 */
const MAX_RATIO = 60;

/**
 * Counts the bytes that come out of one compressed file, all its parts together, while they come out. Throws
 * `decompression_bomb` as soon as they are more than a harmless file of its size would hold, and `archive_too_large` beyond
 * `maxBytes`.
 */
export class InflationBudget {
  private inflated = 0;

  constructor(
    /** Size of the compressed file. */
    private readonly fileBytes: number,
    private readonly maxBytes: number,
  ) {}

  get spent(): number {
    return this.inflated;
  }

  /** Bytes that may still come out. */
  get left(): number {
    const byRatio = Math.max(FREE_BYTES, this.fileBytes * MAX_RATIO);
    return Math.max(0, Math.min(this.maxBytes, byRatio) - this.inflated);
  }

  take(bytes: number): void {
    this.inflated += bytes;
    if (this.inflated > FREE_BYTES && this.inflated > this.fileBytes * MAX_RATIO)
      throw readingError('decompression_bomb');
    if (this.inflated > this.maxBytes) throw readingError('archive_too_large');
  }
}
