/** Runs `work` over numbers from 0, so many at a time, until all are done or `isOver`. */
export const inLanes: (
  width: number,
  count: number,
  work: (index: number) => Promise<void>,
  isOver?: () => boolean,
) => Promise<void>;
