import { readFile, readlink } from 'node:fs/promises';

/** Linux counts pages of this size in /proc on the platforms that Node runs on by default. */
const PAGE_BYTES = 4096;

/**
 * Resident bytes of a process and the programs that it has started, native and WebAssembly memory included; null where the
 * system does not tell (no /proc) or the process is gone.
 */
export async function residentBytes(pid: number): Promise<number | null> {
  const own = await residentBytesOf(pid);
  if (own === null) return null;
  const programs = await Promise.all((await childrenOf(pid)).map(async (child) => residentBytesOfProgram(child, pid)));
  return programs.reduce<number>((sum, bytes) => sum + (bytes ?? 0), own);
}

/** Until a child has begun its own program it is its parent's copy: the same memory, which must not count twice. */
async function residentBytesOfProgram(child: number, parent: number): Promise<number | null> {
  const [bytes, program, own] = await Promise.all([residentBytesOf(child), programOf(child), programOf(parent)]);
  return program !== null && program === own ? null : bytes;
}

const programOf = (pid: number): Promise<string | null> => readlink(`/proc/${pid}/exe`).catch(() => null);

async function residentBytesOf(pid: number): Promise<number | null> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    const pages = Number(resident);
    return Number.isFinite(pages) ? pages * PAGE_BYTES : null;
  } catch {
    return null;
  }
}

/** Programs are started by a process's first thread. */
async function childrenOf(pid: number): Promise<number[]> {
  try {
    const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return list.split(' ').map(Number).filter(Boolean);
  } catch {
    return [];
  }
}
