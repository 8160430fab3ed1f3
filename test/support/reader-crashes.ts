import { readdirSync, readFileSync } from 'node:fs';

const readerPids = (service: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
        return parent === service && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('child/main.js');
      } catch {
        return false;
      }
    })
    .map(Number);

const crash = (pid: number): void => {
  try {
    process.kill(pid, 'SIGSEGV');
  } catch {
    // Gone already.
  }
};

/** Whatever reads for the service (its process id) dies at once, as if the file did it; until what is returned is called. */
export function crashReaders(service: number): () => void {
  const crashAll = (): void => readerPids(service).forEach(crash);
  crashAll();
  const killing = setInterval(crashAll, 50);
  return () => clearInterval(killing);
}
