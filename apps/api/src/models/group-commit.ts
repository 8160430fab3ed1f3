interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (answer: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes single items and writes them together: while one batch is on its way, what comes in waits for the next. Under load
 * many calls share one transaction; without load nobody waits.
 */
export class GroupCommit<I, O> {
  private readonly waiting: Waiting<I, O>[] = [];
  private running: Promise<void> | null = null;

  constructor(
    /** Writes items and answers one result for each, in their order. */
    private readonly write: (items: readonly I[]) => Promise<readonly O[]>,
    private readonly maxItems = 200,
  ) {}

  add(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.running ??= this.drain();
    });
  }

  /** Resolves when all that has been added so far is written. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  get isIdle(): boolean {
    return this.running === null;
  }

  private async drain(): Promise<void> {
    // What is added in the same turn of the loop goes into the first batch.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.maxItems);
      try {
        const answers = await this.write(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, index) => resolve(answers[index] as O));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.running = null;
  }
}
