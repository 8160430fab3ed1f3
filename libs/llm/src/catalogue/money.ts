import type { ModelSpec, Price } from './model-spec.js';

/** Billionths of a US dollar: one token of the cheapest models costs tens of them, and sums stay exact integers. */
export type NanoUsd = number;

export interface TokenUsage {
  /** All tokens of the prompt, those from the provider's cache included. */
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}

export const NO_TOKENS: TokenUsage = { input: 0, cachedInput: 0, output: 0 };

/** A count of tokens as a provider tells it; 0 for what is none. */
export const tokenCount = (told: unknown): number =>
  typeof told === 'number' && Number.isSafeInteger(told) && told > 0 ? told : 0;

/** Nano dollars a token for each dollar a million tokens. */
const NANO_PER_TOKEN = 1_000;

/** What a call costs by the list price, rounded to the nearest billionth. */
export function costOf(usage: TokenUsage, price: Price): NanoUsd {
  const cached = Math.min(usage.cachedInput, usage.input);
  const dollarsPerMillion =
    (usage.input - cached) * price.input + cached * (price.cachedInput ?? price.input) + usage.output * price.output;
  return Math.round(dollarsPerMillion * NANO_PER_TOKEN);
}

/** What the same costs in a batch. */
export const batchCostOf = (usage: TokenUsage, { price, batch }: Pick<ModelSpec, 'price' | 'batch'>): NanoUsd =>
  Math.round(costOf(usage, price) * (1 - (batch?.discount ?? 0)));

/** As decimal dollars with nine places, as the ledger has it. */
export function toDollars(nano: NanoUsd): string {
  const digits = Math.round(Math.abs(nano)).toString().padStart(10, '0');
  return `${nano < 0 ? '-' : ''}${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

/** Throws no error: what is no decimal number is 0. */
export function fromDollars(dollars: string): NanoUsd {
  const value = Number(dollars);
  return Number.isFinite(value) ? Math.round(value * 1e9) : 0;
}
