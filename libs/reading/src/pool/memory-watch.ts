import { readFile } from 'node:fs/promises';

/** Linux counts pages of this size in /proc on the platforms that Node runs on by default. */
const PAGE_BYTES = 4096;

/**
 * Resident bytes of a process, native and WebAssembly memory included; null where the system does not tell (no /proc)
 * or the process is gone.
 */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    const pages = Number(resident);
    return Number.isFinite(pages) ? pages * PAGE_BYTES : null;
  } catch {
    return null;
  }
}
