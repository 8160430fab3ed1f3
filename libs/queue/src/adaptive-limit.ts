/** What jobs of one kind did since the last look. */
export interface WorkDone {
  readonly ended: number;
  /** From claim to end, seconds, in the mean; 0 where none ended. */
  readonly meanSeconds: number;
  /** A call had to wait for a place. */
  readonly wanted: boolean;
}

/** How much of the machine was in use since the last look, as shares from 0 to 1. */
export interface MachineUse {
  /** Of all processors. */
  readonly processors: number;
  /** Of the event loop of this process. */
  readonly loop: number;
}

/** Above this nothing is gained by more at once; it leaves requests of people some air. */
const ROOM = 0.85;
const CROWDED = 0.96;
const BACK_OFF = 0.9;
/** Jobs may take so many times as long as they usually do before that is held to be waiting for each other. */
const TOLERANCE = 1.5;
/** Share of a new value in what is usual, which is as long as some hundred looks: a crowd must not become usual while it gathers. */
const USUAL = 0.01;
const STEP = 0.5;

/**
 * How many jobs of one kind are done at once: between `least` and `most`, by how long they take and how much of the machine is in
 * use. Jobs that wait for a model grow into the room that this leaves; jobs that compute find none, and stay at `least`.
 *
 * The step follows Gradient2 of Netflix' concurrency-limits (github.com/Netflix/concurrency-limits): limit · gradient + √limit, where
 * the gradient is usual time over time now, from a half to 1. Processors decide first, since a job that computes takes longer
 * by each one beside it long before its own times tell.
 */
export class AdaptiveLimit {
  private value: number;
  private usualSeconds = 0;

  constructor(
    readonly least: number,
    readonly most: number,
  ) {
    this.value = least;
  }

  get limit(): number {
    return Math.floor(this.value);
  }

  look({ ended, meanSeconds, wanted }: WorkDone, { processors, loop }: MachineUse): void {
    if (ended > 0) this.learn(meanSeconds);
    const use = Math.max(processors, loop);
    if (use > CROWDED) this.value = Math.max(this.least, this.value * BACK_OFF);
    else if (wanted && use < ROOM)
      this.value = Math.min(this.most, this.value + STEP * (this.goal(ended, meanSeconds) - this.value));
    this.value = Math.max(this.least, this.value);
  }

  private goal(ended: number, meanSeconds: number): number {
    const gradient = ended === 0 ? 1 : Math.min(1, Math.max(0.5, (TOLERANCE * this.usualSeconds) / meanSeconds));
    return this.value * gradient + Math.sqrt(this.value);
  }

  /** What is usual comes down at once where jobs take half of it: times of a crowd must not pass for usual. */
  private learn(meanSeconds: number): void {
    if (this.usualSeconds === 0 || meanSeconds < this.usualSeconds / 2) this.usualSeconds = meanSeconds;
    else this.usualSeconds += USUAL * (meanSeconds - this.usualSeconds);
  }
}
