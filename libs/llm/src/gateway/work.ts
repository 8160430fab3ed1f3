import { type NanoUsd, NO_TOKENS, type TokenUsage } from '../catalogue/money.js';

/** What one piece of work has used so far, over all its attempts. */
export class WorkTally {
  attempts = 0;
  usage: TokenUsage = NO_TOKENS;
  cost: NanoUsd = 0;

  add(usage: TokenUsage, cost: NanoUsd): void {
    this.cost += cost;
    this.usage = {
      input: this.usage.input + usage.input,
      cachedInput: this.usage.cachedInput + usage.cachedInput,
      output: this.usage.output + usage.output,
    };
  }
}
