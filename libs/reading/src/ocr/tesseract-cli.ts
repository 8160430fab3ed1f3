import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { readingError } from '../reading.errors.js';

/** Where packages put the program; the search path of the environment is not passed on to readers. */
const USUAL_PLACES = [
  '/usr/bin/tesseract',
  '/usr/local/bin/tesseract',
  '/opt/homebrew/bin/tesseract',
  '/opt/local/bin/tesseract',
];
const MAX_OUTPUT = 64 * 1024 * 1024;

/** The program's path, or null where it is not installed. */
export function findTesseract(configured: string | undefined): string | null {
  const places = configured === undefined || configured === '' ? USUAL_PLACES : [configured];
  return places.find(isExecutable) ?? null;
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Runs tesseract on one picture and answers its output. One thread: with its default it is several times slower as soon
 * as two run at once. Throws `reading_timeout` at the deadline, `ocr_unavailable` where the program fails.
 */
export function runTesseract(
  path: string,
  picture: Uint8Array,
  args: readonly string[],
  deadline: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const timeout = deadline - Date.now();
    if (timeout <= 0) return reject(readingError('reading_timeout'));
    const child = spawn(path, ['stdin', 'stdout', ...args], {
      env: { OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_OUTPUT) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.once('error', (error) => reject(readingError('ocr_unavailable', error)));
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(readingError(Date.now() >= deadline ? 'reading_timeout' : 'ocr_unavailable'));
    });
    // The program may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(picture);
  });
}
