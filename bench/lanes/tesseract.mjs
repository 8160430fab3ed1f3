// The program of the distribution. As it comes it takes as many threads as there are cores for each picture.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const usesProcesses = true;

export async function open({ threads } = {}) {
  const env = { ...process.env, ...(threads && { OMP_THREAD_LIMIT: String(threads) }) };
  return {
    read: async ({ path }) => (await run('tesseract', [path, 'stdout'], { env, maxBuffer: 64 * 1024 * 1024 })).stdout,
    close: async () => {},
  };
}
