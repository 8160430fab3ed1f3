/** Jobs of one queue in one state. */
export interface QueueState {
  readonly queue: string;
  readonly state: string;
  readonly count: number;
  /** Age of the one that has been due longest, seconds. */
  readonly oldestSeconds: number;
}

export interface QueueRow {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  /** Given up; they stay until somebody replays them. */
  readonly failed: number;
  /** For how long the oldest waiting job has been due. */
  readonly lagSeconds: number;
}

export const QUEUE_COLUMNS = [
  'queue',
  'waiting',
  'active',
  'failed',
  'lagSeconds',
] as const satisfies readonly (keyof QueueRow)[];

/** One row a queue, in the order of their names; a queue without a job has none. */
export const queueRows = (states: readonly QueueState[]): readonly QueueRow[] =>
  [...Map.groupBy(states, ({ queue }) => queue)]
    .map(([queue, own]) => {
      const of = (state: string): QueueState | undefined => own.find((row) => row.state === state);
      return {
        queue,
        waiting: of('ready')?.count ?? 0,
        active: of('running')?.count ?? 0,
        failed: of('dead')?.count ?? 0,
        lagSeconds: Math.round((of('ready')?.oldestSeconds ?? 0) * 10) / 10,
      };
    })
    .toSorted((a, b) => (a.queue < b.queue ? -1 : 1));
