/**
 * Upper estimate of the tokens of a text, for budgets and rate limits before a call; what was used is billed after it.
 * Byte-pair vocabularies take 3 to 4.5 characters of Latin prose a token, fewer of numbers and other scripts, so bytes of
 * UTF-8 over 3 is above nearly all.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text, 'utf8') / BYTES_PER_TOKEN) + TURN_TOKENS;
}

const BYTES_PER_TOKEN = 3;
/** Role marks and separators around a turn. */
const TURN_TOKENS = 8;
/** A page picture, at the resolution that is sent: tiles of 512 pixels cost 85 to 1,600 tokens by provider. */
export const IMAGE_TOKENS = 1_600;
