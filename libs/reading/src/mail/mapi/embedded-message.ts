import CFB from 'cfb';
import type { CompoundFile } from '../../compound/compound-file.js';

const PROPERTIES = '__properties_version1.0';
const NAMES = '__nameid_version1.0';
/** The library's own stream. */
const LIBRARY_STREAM = '/\u0001Sh33tJ5';
/** [MS-OXMSG] 2.4.1.1 and 2.4.1.2: a message of its own has eight reserved bytes more, behind its counts. */
const EMBEDDED_HEADER_BYTES = 24;
const RESERVED = Buffer.alloc(8);

/** Streams of a message; one with a thousand recipients has some ten thousand, and the library looks through all for each. */
const MOST_STREAMS = 10_000;

/** A message inside another one as a file of its own, which Outlook opens; null where it has more parts than mail has. */
export function messageAsFile(file: CompoundFile, storage: string): Uint8Array | null {
  const streams = file.entries.filter(
    ({ path, kind }) => kind === 'stream' && (path.startsWith(`${storage}/`) || path.startsWith(`${NAMES}/`)),
  );
  if (streams.length > MOST_STREAMS) return null;
  const container = CFB.utils.cfb_new();
  for (const { path } of streams) {
    const name = path.startsWith(`${storage}/`) ? path.slice(storage.length + 1) : path;
    const bytes = Buffer.from(file.stream(path) ?? new Uint8Array());
    CFB.utils.cfb_add(container, `/${name}`, name === PROPERTIES ? withReserved(bytes) : bytes, { unsafe: true });
  }
  CFB.utils.cfb_del(container, LIBRARY_STREAM);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

const withReserved = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, EMBEDDED_HEADER_BYTES), RESERVED, bytes.subarray(EMBEDDED_HEADER_BYTES)]);
