import { describe, expect, it } from 'vitest';
import { readEvents } from './events.mjs';
import { aligned, clip, wrapped } from './layout.mjs';
import { createProgress } from './progress.mjs';
import { tableOf, totalsOf } from './report.mjs';

async function eventsOf(...chunks: string[]) {
  const events = [];
  const bytes = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
  for await (const event of readEvents(bytes)) events.push(event);
  return events;
}

describe('events of a document', () => {
  it('are read across chunks; comments and unfinished blocks are left out', async () => {
    const events = await eventsOf(
      'id: 1\nevent: stage\ndata: {"status":"que',
      'ued"}\n\n: keep-alive\n\nid: 2\r\ndata: {"status":"succeeded"}\r\n\r\nid: 3\ndata: {"sta',
    );
    expect(events).toEqual([
      { id: '1', event: 'stage', data: { status: 'queued' } },
      { id: '2', data: { status: 'succeeded' } },
    ]);
  });
});

describe('layout', () => {
  it('cuts by characters and prints nothing that moves the cursor', () => {
    expect(clip('Gebühr 😀😀😀', 9)).toBe('Gebühr 😀…');
    expect(clip('a\u001b[2Jb\nc', 20)).toBe('a [2Jb c');
  });

  it('aligns columns, numbers to the right', () => {
    expect(
      aligned(
        ['File', 'Seconds'],
        [
          ['a.pdf', '1.0'],
          ['é.txt', '12.5'],
        ],
        { toTheRight: [1] },
      ),
    ).toEqual(['File   Seconds', '-----  -------', 'a.pdf      1.0', 'é.txt     12.5']);
  });

  it('breaks lines between words and cuts a word that is too long', () => {
    expect(wrapped('one two three aVeryLongWord', 8)).toEqual(['one two', 'three', 'aVeryLo…']);
  });
});

const field = (name: string, value: string | null, page = 1) => ({ name, value, grounding: value && { page } });
const document = (status: string, more: object = {}) => ({
  status,
  error: null,
  classification: { type: 'invoice', confidence: 0.987, origin: { engine: 'local' } },
  extraction: { fields: [field('dueDate', '2026-02-02'), field('invoiceNumber', 'F-1', 2), field('iban', null)] },
  receipt: { pages: { total: 2 }, ocrPages: 0, warnings: [] },
  triage: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  completedAt: '2026-01-01T00:00:01.500Z',
  children: [],
  ...more,
});
const done = (name: string, status: string, more: object = {}, children: object[] = []) => ({
  name,
  document: document(status, more),
  children,
});

describe('the table', () => {
  it('shows main fields first, each with its page, and children below their parent', () => {
    const mail = {
      classification: { type: 'email', confidence: 1, origin: { engine: 'local' } },
      extraction: null,
      triage: {
        category: { name: 'billing' },
        priority: { level: 'high' },
        summary: { text: 'Pay 3.50 now. Or not.' },
      },
    };
    const lines = tableOf([done('mail.eml', 'succeeded', mail, [done('bill.pdf', 'succeeded')])]);
    expect(lines[2]).toMatch(/^mail\.eml +email +1\.00 +1\.5 +local +billing, high: Pay 3\.50 now\.$/);
    expect(lines[3]).toMatch(
      /^ {2}\+ bill\.pdf +invoice +0\.99 .* invoiceNumber F-1 \(p\.2\) \| dueDate 2026-02-02 \(p\.1\)$/,
    );
  });

  it('puts what a file says below its line where a terminal is narrow', () => {
    const lines = tableOf([done('bill.pdf', 'succeeded')], 60);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(lines.slice(3).join(' ')).toContain('invoiceNumber F-1 (p.2)');
  });

  it.each([
    ['samples succeed', [done('a', 'succeeded')], true, 0],
    ['a sample is partial', [done('a', 'partial')], true, 1],
    ['a file of the user is partial', [done('a', 'partial')], false, 0],
    ['a sample is refused', [{ name: 'a', error: { code: 'unsupported_media_type', message: '' } }], true, 1],
    [
      'a file of the user is refused',
      [{ name: 'a', error: { code: 'unsupported_media_type', message: '' } }],
      false,
      0,
    ],
    ['the service is gone', [{ name: 'a', error: { code: 'not_reachable', message: '' } }], false, 1],
    ['a damaged file', [done('a', 'failed', { error: { code: 'corrupt_document' } })], false, 0],
    ['a reader that fails', [done('a', 'failed', { error: { code: 'reading_timeout' } })], false, 1],
    ['a child that fails', [done('a', 'succeeded', {}, [done('b', 'failed')])], false, 1],
  ])('counts what nobody expects where %s', (_, results, ownSamples, unexpected) => {
    expect(totalsOf(results, { ownSamples }).unexpected).toBe(unexpected);
  });
});

describe('progress', () => {
  const record = (stream: object) => {
    const written: string[] = [];
    const progress = createProgress({ ...stream, write: (text: string) => written.push(text) }, ['a', 'b']);
    progress.step('a', 'queued');
    progress.step('a', 'queued');
    progress.end('a', 'succeeded');
    return written;
  };

  it('is one line a step where nothing can be rewritten', () => {
    expect(record({})).toEqual(['  a  queued\n', '  a  succeeded\n']);
  });

  it('rewrites its lines on a terminal, each no wider than that', () => {
    const written = record({ isTTY: true, columns: 12 });
    expect(written).toEqual(['  a  queued\n  0 of 2 d…\n', '\u001b[2A\u001b[J  a  succe…\n']);
  });
});
