import { type FileHandle, open } from 'node:fs/promises';

/** The document: a file, its bytes, or what gives its bytes piece by piece, as often as it is asked. */
export type DocumentSource = { readonly path: string } | { readonly bytes: Uint8Array } | { readonly stored: Pieces };

export interface Pieces {
  readonly sizeBytes: number;
  /** A piece is good until the next one is asked for. */
  content(): AsyncIterable<Uint8Array>;
}

export interface OpenSource {
  readonly sizeBytes: number;
  /** Once; a piece is good until the next one is asked for. */
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  close(): Promise<void>;
}

const PIECE_BYTES = 256 * 1024;

export async function openSource(source: DocumentSource): Promise<OpenSource> {
  if ('bytes' in source)
    return { sizeBytes: source.bytes.byteLength, content: [source.bytes], close: () => Promise.resolve() };
  if ('stored' in source) {
    const { sizeBytes } = source.stored;
    return { sizeBytes, content: failing(source.stored.content()), close: () => Promise.resolve() };
  }
  const file = await open(source.path, 'r');
  const { size } = await file.stat();
  return { sizeBytes: size, content: piecesOf(file, size), close: () => file.close() };
}

/**
 * As many bytes as were announced, in one buffer that is filled again and again: a new one for each piece of a large document
 * would be 60 MB of them before the old ones are gone.
 */
async function* piecesOf(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, size));
  for (let left = size; left > 0;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, left));
    if (bytesRead === 0) throw new Error('The file has become shorter');
    left -= bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The bytes of a document could not be had: `cause` says why. It is nothing that the reading process did. */
export class SourceFailure extends Error {}

async function* failing(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (cause) {
    throw new SourceFailure('The bytes of the document cannot be read', { cause });
  }
}
