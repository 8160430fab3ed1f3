import { type NanoUsd, NO_TOKENS, type TokenUsage } from '../catalogue/money.js';
import type { NoAnswerReason } from './model-request.js';

/** What one piece of work has used so far, over all its attempts, and why it has no answer yet. */
export class WorkTally {
  attempts = 0;
  usage: TokenUsage = NO_TOKENS;
  cost: NanoUsd = 0;
  /** The reason that will be given where no model answers; the last one that says something of a model wins. */
  reason: NoAnswerReason = 'unavailable';

  add(usage: TokenUsage, cost: NanoUsd): void {
    this.cost += cost;
    this.usage = {
      input: this.usage.input + usage.input,
      cachedInput: this.usage.cachedInput + usage.cachedInput,
      output: this.usage.output + usage.output,
    };
  }
}
