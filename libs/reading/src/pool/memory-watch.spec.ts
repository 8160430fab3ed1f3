import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { residentBytes } from './memory-watch.js';

const MEGABYTE = 1024 * 1024;
const running: ChildProcess[] = [];

/** A process that holds so many megabytes and has started a program; resolves when both are there. */
async function started(megabytes: number, program: string, args: readonly string[]): Promise<number> {
  const code = `
    globalThis.held = Buffer.alloc(${megabytes} * ${MEGABYTE}, 1);
    const child = require('node:child_process').spawn(${JSON.stringify(program)}, ${JSON.stringify(args)}, { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdout.once('data', () => process.stdout.write('there'));
    process.on('disconnect', () => child.kill());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  running.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child.pid ?? 0;
}

afterEach(() => {
  for (const child of running.splice(0)) {
    child.disconnect();
    child.kill();
  }
});

describe.skipIf(!existsSync('/proc/self/statm'))('residentBytes', () => {
  it('counts a process and the programs it has started', async () => {
    const alone = (await residentBytes(await started(0, 'sh', ['-c', 'echo; cat']))) ?? 0;
    const holding = (await residentBytes(await started(200, 'sh', ['-c', 'echo; cat']))) ?? 0;
    expect((holding - alone) / MEGABYTE).toBeGreaterThan(150);
    const inProgram = (await residentBytes(await started(0, 'awk', [MANY_BYTES]))) ?? 0;
    expect((inProgram - alone) / MEGABYTE).toBeGreaterThan(30);
  });

  it('does not count a copy of itself, which a child is until its program begins', async () => {
    const copy = [
      '-e',
      `globalThis.held = Buffer.alloc(200 * ${MEGABYTE}, 1); console.log(); setInterval(() => {}, 1000)`,
    ];
    const bytes = (await residentBytes(await started(0, process.execPath, copy))) ?? 0;
    expect(bytes / MEGABYTE).toBeLessThan(180);
  });

  it('knows nothing of processes that are gone', async () => expect(await residentBytes(2 ** 22 + 1)).toBeNull());
});

/** Makes a text of 64 MB, then waits. */
const MANY_BYTES =
  'BEGIN { text = "x"; for (i = 0; i < 26; i++) text = text text; print length(text); fflush(); getline }';
