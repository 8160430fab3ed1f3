// How long work holds the event loop of the thread that waits for it.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const sum = ({ user, system }) => (user + system) / 1_000;

/** Milliseconds: by the clock, of this thread's processor time, and the longest that others had to wait for the event loop meanwhile. */
export async function held(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.reset();
  const [cpu, started] = [process.threadCpuUsage(), performance.now()];
  const result = await work();
  const [used, clock] = [sum(process.threadCpuUsage(cpu)), performance.now() - started];
  // A timer that was due while the loop was held tells of it now.
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.disable();
  return { result, clock, cpu: used, longest: Math.max(0, delay.max / 1e6 - 1) };
}
