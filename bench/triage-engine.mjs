// One thread of bench/triage.mjs: the engine alone, over and over the same e-mails, for so many milliseconds.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { root } from '../scripts/prepare.mjs';

const { TriageEngine } = await import(join(root, 'dist/apps/api/src/triage/domain/triage-engine.js'));
const { messages, warmUpMs, forMs } = workerData;
const engine = new TriageEngine();

function triageFor(ms) {
  let done = 0;
  const started = performance.now();
  while (performance.now() - started < ms) engine.triage(messages[done++ % messages.length]);
  return done / ((performance.now() - started) / 1000);
}

triageFor(warmUpMs);
parentPort.postMessage(triageFor(forMs));
