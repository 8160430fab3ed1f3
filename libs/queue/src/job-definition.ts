import type { z } from 'zod';

/** What Bull carries: ids, never content. Everything else about the job is in Postgres. */
export interface WakeUp {
  readonly tenantId: string;
  readonly jobId: string;
  readonly traceparent: string;
}

/** One kind of work. The queue is named `room.verb-noun`; there is one queue a kind and one processor a queue. */
export interface JobDefinition<S extends z.ZodType = z.ZodType> {
  readonly queue: string;
  /** What the job knows besides its subject: small facts for routing. Never content. */
  readonly facts: S;
  /** Claims before the job becomes a dead letter. */
  readonly maxAttempts: number;
  /** Jobs of this kind at once in one process. */
  readonly concurrency: number;
  /** So many where they wait for others, as for models, and the machine has room; `concurrency` where it is not said. */
  readonly upTo?: number;
  /** Short enough for whoever causes it to do it, where that process has a place for it: it then needs no event and no call. */
  readonly atOnce?: true;
}

/** More than these fetch calls no faster. */
const LOOPS = 4;

/** In how many loops Bull fetches calls for a job: the work itself runs beside them. */
export const loopsOf = ({ concurrency }: Pick<JobDefinition, 'concurrency'>): number => Math.min(LOOPS, concurrency);

export const defineJob = <S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition<S> => {
  if (!/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(definition.queue))
    throw new TypeError(`A queue is named room.verb-noun, not ${definition.queue}`);
  if (definition.atOnce && definition.concurrency <= LOOPS)
    throw new TypeError(`${definition.queue} has no place beside those that wait for calls.`);
  return Object.freeze(definition);
};

/**
 * Pause before try number `attempt + 1`, seconds: doubles from one second, at most a minute, and of that a random part
 * between the half and the whole ("equal jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export const backoffSeconds = (attempt: number, random: () => number = Math.random): number =>
  Math.min(60, 2 ** Math.max(0, attempt - 1)) * (0.5 + random() / 2);
