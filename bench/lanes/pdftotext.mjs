import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const usesProcesses = true;

export const open = async () => ({
  read: async ({ path }) => (await run('pdftotext', [path, '-'], { maxBuffer: 256 * 1024 * 1024 })).stdout,
  close: async () => {},
});
