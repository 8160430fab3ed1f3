/** The part of a header list that is needed here. */
interface HeaderSource {
  get(name: string): string | null;
}

/** Longest rest that a provider is believed. */
const LONGEST_MS = 15 * 60_000;

/**
 * Milliseconds until a request may be tried again: `retry-after-ms`, else `retry-after` in seconds or as a date (RFC 9110,
 * 10.2.3). Undefined where the provider does not say, or says nonsense.
 */
export function retryAfterMs(headers: HeaderSource | undefined, now: number): number | undefined {
  if (headers === undefined) return undefined;
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds > 0) return Math.min(LONGEST_MS, milliseconds);
  const value = headers.get('retry-after');
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return wait > 0 ? Math.min(LONGEST_MS, wait) : undefined;
}
