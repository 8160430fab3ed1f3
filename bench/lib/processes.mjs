// What the system knows of processes: their children, their memory, their processor time. /proc on Linux, else `ps`.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const HAS_PROC = existsSync('/proc/self/stat');
/** Linux tells times in ticks of this length, whatever the machine (proc(5), `getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

const ps = (...args) => execFileSync('ps', args, { encoding: 'utf8' }).trim().split('\n');

/** A file of /proc, or nothing where the process has gone meanwhile. */
function proc(...path) {
  try {
    return readFileSync(`/proc/${path.join('/')}`, 'utf8');
  } catch {
    return '';
  }
}

/** The fields of a process from the third on: its name in brackets may hold spaces and brackets (proc(5)). */
function statOf(pid) {
  const stat = proc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function parents() {
  if (!HAS_PROC) return new Map(ps('-Ao', 'pid=,ppid=').map((line) => line.trim().split(/\s+/).map(Number)));
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(pids.map((pid) => [Number(pid), Number(statOf(pid)[1])]));
}

/** The ids of all processes below one. */
export function descendants(pid) {
  const parentOf = [...parents()];
  const found = [];
  for (let level = [pid]; level.length > 0;) {
    const next = parentOf.filter(([, parent]) => level.includes(parent)).map(([id]) => id);
    found.push(...next);
    level = next;
  }
  return found;
}

export const commandOf = (pid) =>
  HAS_PROC ? proc(pid, 'cmdline').replaceAll('\0', ' ').trim() : ps('-o', 'args=', '-p', String(pid))[0];

/** Resident bytes of a process; 0 where it is gone. */
export function residentBytes(pid) {
  if (HAS_PROC) return Number(proc(pid, 'statm').split(' ')[1] ?? 0) * PAGE_BYTES;
  try {
    return Number(ps('-o', 'rss=', '-p', String(pid))[0]) * 1024;
  } catch {
    return 0;
  }
}

export const treeBytes = (pid) => [pid, ...descendants(pid)].reduce((sum, id) => sum + residentBytes(id), 0);

/** Seconds of processor time of a process and of its children that have ended: utime, stime, cutime, cstime. */
export const processSeconds = (pid) =>
  statOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;

/** Seconds of processor time of the children of a process that have ended: cutime, cstime. */
export const endedSeconds = (pid) =>
  statOf(pid)
    .slice(13, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;

/** Seconds of processor time of this process and of all that it has started. Without /proc, of this process alone. */
export function treeSeconds() {
  if (HAS_PROC) return [process.pid, ...descendants(process.pid)].reduce((sum, pid) => sum + processSeconds(pid), 0);
  return ownSeconds();
}

/** Seconds of processor time of this process, to the microsecond. */
export function ownSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
