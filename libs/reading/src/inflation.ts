import { readingError } from './reading.errors.js';

/** Bytes up to which nothing is asked of a file: its parts fit into memory easily. */
export const FREE_BYTES = 48 * 1024 * 1024;
/**
 * Beyond `FREE_BYTES`, inflated bytes for each compressed one. Deflate gives 1,032 at most; spreadsheets and logs that
 * people make stay below 40, bombs come near the most.
 */
const MAX_RATIO = 60;
/** The same for one part of markup, which takes longer to read than bytes take to unpack: it never comes near. */
export const MARKUP_FREE_BYTES = 12 * 1024 * 1024;
const MARKUP_MAX_RATIO = 150;

/** Holds what comes out of compressed data against what was read of them so far. */
class RatioWatch {
  private inflated = 0;
  private consumed = 0;

  constructor(
    private readonly freeBytes: number,
    private readonly maxRatio: number,
  ) {}

  get spent(): number {
    return this.inflated;
  }

  /** `inflated` bytes came out of `consumed` compressed ones. Throws `decompression_bomb`. */
  take(inflated: number, consumed: number): void {
    this.inflated += inflated;
    this.consumed += consumed;
    if (this.inflated > this.freeBytes && this.inflated > this.consumed * this.maxRatio)
      throw readingError('decompression_bomb');
  }
}

/**
 * Counts the bytes that come out of one compressed file, all its parts together, while they come out. Throws
 * `decompression_bomb` as soon as they are more than a harmless file would give for what was read of it so far, and
 * `archive_too_large` beyond `maxBytes`. Bombs are found within `FREE_BYTES`, however large their files are.
 */
export class InflationBudget extends RatioWatch {
  constructor(private readonly maxBytes: number) {
    super(FREE_BYTES, MAX_RATIO);
  }

  override take(inflated: number, consumed: number): void {
    super.take(inflated, consumed);
    if (this.spent > this.maxBytes) throw readingError('archive_too_large');
  }
}

/** Watches one part of markup besides. */
export const watchMarkup = (): RatioWatch => new RatioWatch(MARKUP_FREE_BYTES, MARKUP_MAX_RATIO);
