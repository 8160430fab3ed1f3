import { packReading, type PackedReading } from '@app/reading';
import { computation, Threads } from '@app/threads';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compute as look } from '../../../apps/api/src/classification/look.thread.js';
import { compute as parts } from '../../../apps/api/src/classification/parts.thread.js';
import { compute as sample } from '../../../apps/api/src/extraction/sample.thread.js';
import { compute as chunks } from '../../../apps/api/src/queries/chunks.thread.js';
import { textReading } from '../../support/placed-reading.js';
import { readingOf } from '../../../apps/api/src/splitting/domain/papers.builder.js';

const PAGES = 30;
const sentence = (at: number) =>
  `The committee of the region ${at} shall review every proposal of the season number ${at * 7}.`;
const page = (at: number) => ({
  lines: Array.from({ length: 30 }, (_, line) => [sentence(at * 30 + line), 0.05 + line * 0.03] as const),
});

const rooms = new URL('../../../apps/api/src/main.ts', import.meta.url).href;
const LOOK = computation<typeof look>(rooms, 'classification/look.thread.js');
const PARTS = computation<typeof parts>(rooms, 'classification/parts.thread.js');
const SAMPLE = computation<typeof sample>(rooms, 'extraction/sample.thread.js');
const CHUNKS = computation<typeof chunks>(rooms, 'queries/chunks.thread.js');

/** Processor time of this thread, µs: the least of three, since whatever else happens in it only adds. */
async function cpuOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const before = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(before);
    times.push(user + system);
  }
  return Math.min(...times);
}

let reading: PackedReading;
let text: PackedReading;
const threads = new Threads({ most: 1 });
beforeAll(async () => {
  reading = await packReading(readingOf(Array.from({ length: PAGES }, (_, at) => page(at))));
  const lines = Array.from({ length: PAGES * 30 }, (_, at) => `Label ${at % 40}: ${sentence(at)}`);
  text = await packReading(textReading(lines.join('\n')));
});
afterAll(() => threads.onApplicationShutdown());

const seen = () => ({ reading, filename: null, mediaType: 'application/pdf', own: null, traced: true });
/** A text is one page, however long it is. */
const letter = () => ({ reading: text, language: 'en' });
const nobody = () => Promise.reject(new Error('nothing is asked'));

it.each([
  ['classification', () => look(seen(), nobody), () => threads.run(LOOK, seen(), { ask: nobody })],
  ['search for its parts', () => parts(reading), () => threads.run(PARTS, reading)],
  ['draft of a schema', () => sample(letter()), () => threads.run(SAMPLE, letter())],
  ['indexing', () => chunks({ reading, language: 'en' }), () => threads.run(CHUNKS, { reading, language: 'en' })],
])(
  'the %s of a long document gives in a thread what it gives here, and leaves the event loop alone',
  async (_, here, there) => {
    expect(await there()).toEqual(await here());
    expect(await cpuOf(there)).toBeLessThan((await cpuOf(here)) / 2);
  },
);
