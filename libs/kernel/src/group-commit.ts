import { sleep } from './async.js';

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (answer: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes single items and writes them together: while one batch is on its way, what comes in waits for the next. Under load
 * many items share one round trip; without load nobody waits. With `gatherMs`, for what nobody is in a hurry for, a
 * batch that is not full waits so long for more.
 */
export class GroupCommit<I, O> {
  private readonly waiting: Waiting<I, O>[] = [];
  private running: Promise<void> | null = null;

  constructor(
    /** Writes items and answers one result for each, in their order. */
    private readonly write: (items: readonly I[]) => Promise<readonly O[]>,
    private readonly maxItems = 200,
    private readonly gatherMs = 0,
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
      if (this.gatherMs > 0 && this.waiting.length < this.maxItems) await sleep(this.gatherMs);
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

/** Owners whose writers are kept while they are idle. */
const KEPT_IDLE = 1_000;

/** A group commit for each owner: items of two owners never share a write. */
export class GroupCommits<I, O> {
  private readonly groups = new Map<string, GroupCommit<I, O>>();

  constructor(
    private readonly write: (owner: string, items: readonly I[]) => Promise<readonly O[]>,
    private readonly gatherMs = 0,
  ) {}

  add(owner: string, item: I): Promise<O> {
    let group = this.groups.get(owner);
    if (group === undefined) {
      this.forgetIdle();
      group = new GroupCommit((items) => this.write(owner, items), undefined, this.gatherMs);
      this.groups.set(owner, group);
    }
    return group.add(item);
  }

  /** Resolves when all that has been added so far is written. */
  async idle(): Promise<void> {
    for (const group of this.groups.values()) await group.idle();
  }

  /** An idle writer holds nothing. */
  private forgetIdle(): void {
    if (this.groups.size < KEPT_IDLE) return;
    for (const [owner, group] of this.groups) if (group.isIdle) this.groups.delete(owner);
  }
}
