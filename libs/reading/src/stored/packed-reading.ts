import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createGzip, gunzip } from 'node:zlib';
import type { Page, StoredReading } from '../reading-model.js';
import { textLines } from '../text-lines.js';
import { fromNumbers, toNumbers } from './line-numbers.js';

/** What is known of a document at once, without its pages. */
export type ReadingHead = Omit<StoredReading, 'text' | 'pages' | 'hidden'>;

/**
 * A reading as it is kept and as it crosses the border of a process: its text, and the rest as lines of JSON: the head, hidden text,
 * then a line for each page; compressed where they are long.
 */
export interface PackedReading {
  /** Without NUL characters, which cannot stand in a Postgres text. */
  readonly text: string;
  readonly model: Uint8Array;
}

/** What reading gives: ready to be kept, and what is known at once. */
export interface ReadResult extends PackedReading {
  readonly head: ReadingHead;
}

/** Below this, compressing takes longer than all else that is done with a short e-mail, and saves a kilobyte. */
const COMPRESSED_BYTES = 4_096;
/** The first byte of what is compressed (RFC 1952); no JSON begins with it. */
const GZIP = 0x1f;
/** Level 6 takes three times as long for a tenth less. */
const LEVEL = 3;
/** How long the event loop may be held before others get their turn. */
const TURN_MS = 10;
const NEWLINE = 0x0a;

const decompressed = promisify(gunzip);
const decompress = async (model: Uint8Array): Promise<Buffer> =>
  model[0] === GZIP ? decompressed(model) : Buffer.from(model.buffer, model.byteOffset, model.byteLength);

/** A page without its lines, and what they are: numbers, or nothing where the text itself tells them. */
type PackedPage = Omit<Page, 'lines'> & { readonly lines?: readonly number[] };

const toPacked = ({ lines, ...page }: Page): PackedPage =>
  page.provenance === 'markup' ? page : { ...page, lines: toNumbers(lines, page.start) };

/** Lines of markup are cut from the text when somebody asks for them. */
function fromPacked({ lines, ...page }: PackedPage, text: string): Page {
  if (lines) return { ...page, lines: fromNumbers(lines, page.start) };
  let cut: Page['lines'] | undefined;
  return {
    ...page,
    get lines() {
      return (cut ??= textLines(text.slice(page.start, page.end), page.start));
    },
  };
}

const headOf = ({ text: _text, pages: _pages, hidden: _hidden, ...head }: StoredReading): ReadingHead => head;

function* modelLines(reading: StoredReading): Generator<string> {
  yield `${JSON.stringify(headOf(reading))}\n${JSON.stringify(reading.hidden)}\n`;
  for (const page of reading.pages) yield `${JSON.stringify(toPacked(page))}\n`;
}

export async function packReading(reading: StoredReading): Promise<ReadResult> {
  const text = reading.text.replaceAll('\u0000', '\uFFFD');
  return { head: headOf(reading), text, model: shortModel(reading) ?? (await compressedModel(reading)) };
}

/** Null where it is long. */
function shortModel(reading: StoredReading): Buffer | null {
  let model = '';
  for (const line of modelLines(reading)) {
    model += line;
    if (model.length > COMPRESSED_BYTES) return null;
  }
  return Buffer.from(model);
}

async function compressedModel(reading: StoredReading): Promise<Buffer> {
  const zip = createGzip({ level: LEVEL });
  const chunks: Buffer[] = [];
  zip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => zip.once('end', resolve).once('error', reject));
  for (const line of modelLines(reading))
    if (!zip.write(line)) await new Promise((resolve) => zip.once('drain', resolve));
  zip.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Small readings that were unpacked while somebody still holds them: the stages of an e-mail look at one in turn. */
const unpacked = new WeakMap<PackedReading, Promise<StoredReading>>();
const KEPT_BYTES = 16 * 1024;

/** The reading that was packed. Others get their turn on the event loop meanwhile, however long it is. */
export function unpackReading(packed: PackedReading): Promise<StoredReading> {
  if (packed.model.byteLength > KEPT_BYTES) return unpack(packed);
  const known = unpacked.get(packed);
  if (known) return known;
  const made = unpack(packed);
  unpacked.set(packed, made);
  return made;
}

async function unpack({ text, model }: PackedReading): Promise<StoredReading> {
  const lines = linesOf(await decompress(model));
  const head = JSON.parse(lines.next().value ?? '{}') as ReadingHead;
  const hidden = JSON.parse(lines.next().value ?? '[]') as StoredReading['hidden'];
  const pages: Page[] = [];
  let turn = performance.now();
  for (const line of lines) {
    pages.push(fromPacked(JSON.parse(line) as PackedPage, text));
    if (performance.now() - turn > TURN_MS) {
      await nextTurn();
      turn = performance.now();
    }
  }
  return { ...head, text, pages, hidden };
}

export async function unpackHead({ model }: Pick<PackedReading, 'model'>): Promise<ReadingHead> {
  return JSON.parse(linesOf(await decompress(model)).next().value ?? '{}') as ReadingHead;
}

function* linesOf(bytes: Buffer): Generator<string, undefined> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}
