// The resident memory of one process over time.
import { setTimeout as sleep } from 'node:timers/promises';
import { residentBytes } from './processes.mjs';

const EVERY_MS = 50;

/** Watches a process until `stop`, which answers the highest number of bytes seen; `bytesOf` says which are counted. */
export function watchMemory(pid, bytesOf = residentBytes) {
  let peak = bytesOf(pid);
  const look = () => {
    peak = Math.max(peak, bytesOf(pid));
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    look();
    return peak;
  };
}

/** The lowest number of resident bytes in a while in which the process has nothing to do. */
export async function restingBytes(pid, ms = 2_000) {
  let lowest = Infinity;
  for (const until = Date.now() + ms; Date.now() < until; await sleep(EVERY_MS))
    lowest = Math.min(lowest, residentBytes(pid));
  return lowest;
}
