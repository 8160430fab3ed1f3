// The processes of the service by what they are, and their memory. Needs /proc.
import { readdirSync, readFileSync } from 'node:fs';

const SERVICE = 'apps/api/src/main.js';
const READER = 'reading/src/child/main.js';
const PAGE_BYTES = 4096;
const MEGABYTE = 1024 * 1024;
const EVERY_MS = 50;

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Every process below one: {pid, parent, kind, megabytes}. */
function processesBelow(root) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      // The name of a process stands in brackets and may hold anything.
      const parent = Number(read(`/proc/${name}/stat`).split(') ').at(-1).split(' ')[1]);
      return { pid: Number(name), parent };
    });
  const below = new Set([root]);
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return all
    .filter(({ pid }) => pid !== root && below.has(pid))
    .map(({ pid, parent }) => ({ pid, parent, kind: kindOf(pid), megabytes: megabytesOf(pid) }));
}

const kinds = new Map();
function kindOf(pid) {
  const known = kinds.get(pid);
  if (known) return known;
  const line = read(`/proc/${pid}/cmdline`);
  const kind = line.includes(READER) ? 'reader' : line.includes(SERVICE) ? 'service' : 'other';
  if (kind === 'reader' || line.includes('postgres') || line.includes('redis')) kinds.set(pid, kind);
  return kind;
}

const megabytesOf = (pid) => (Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES) / MEGABYTE;

/** Looks at the processes below one many times a second. */
export function watchProcesses(root) {
  const services = new Set();
  const readers = new Set();
  const peaks = { service: 0, reader: 0 };
  let sincePeak = 0;
  const look = () => {
    const processes = processesBelow(root);
    for (const { pid, parent, kind, megabytes } of processes) {
      // Before a child of the service has become a reading process, it looks like the service.
      if (kind === 'service' && !services.has(parent)) {
        services.add(pid);
        peaks.service = Math.max(peaks.service, megabytes);
      }
      if (kind !== 'reader') continue;
      readers.add(pid);
      const programs = processes.filter(({ parent }) => parent === pid);
      const total = programs.reduce((sum, program) => sum + program.megabytes, megabytes);
      peaks.reader = Math.max(peaks.reader, total);
      sincePeak = Math.max(sincePeak, total);
    }
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    services,
    readers,
    peaks,
    /** Largest reading process since the last call, megabytes. */
    takePeak: () => {
      const peak = sincePeak;
      sincePeak = 0;
      return peak;
    },
    stop: () => clearInterval(timer),
  };
}
