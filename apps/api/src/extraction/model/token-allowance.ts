import type { ModelAnswer } from '@app/llm';

/** Few enough to be above what most texts take. */
const CHARACTERS_A_TOKEN = 3;

/**
 * What the reading of one document may still take of models. It ends at a number of tokens, where a budget of the tenant is used up,
 * and where models do not answer: whoever is asked a hundred times then would only be waited for a hundred times.
 */
export class Allowance {
  private spent = 0;
  private refused = false;
  private silent = false;

  constructor(private readonly tokens: number) {}

  get isBudgetSpent(): boolean {
    return this.refused || this.spent >= this.tokens;
  }

  get isUsedUp(): boolean {
    return this.silent || this.isBudgetSpent;
  }

  /** Enters what a question about a text has taken. An answer that nobody could use was paid for as well. */
  take(answer: ModelAnswer<unknown>, text: string): void {
    if (answer.kind === 'answer') {
      const { input, output } = answer.origin.usage;
      this.spent += input + output;
    } else if (answer.reason === 'unusable-answer') this.spent += Math.ceil(text.length / CHARACTERS_A_TOKEN);
    else if (answer.reason === 'budget-exhausted') this.refused = true;
    else this.silent = true;
  }
}
