import { open } from 'node:fs/promises';

/** The document: a file, or its bytes. */
export type DocumentSource = { readonly path: string } | { readonly bytes: Uint8Array };

export interface OpenSource {
  readonly sizeBytes: number;
  /** Once. */
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  close(): Promise<void>;
}

const PIECE_BYTES = 1024 * 1024;

export async function openSource(source: DocumentSource): Promise<OpenSource> {
  if ('bytes' in source)
    return { sizeBytes: source.bytes.byteLength, content: [source.bytes], close: () => Promise.resolve() };
  const file = await open(source.path, 'r');
  const { size } = await file.stat();
  // Reading ends where the file ended when it was looked at: that many bytes were announced.
  const content = file.createReadStream({ highWaterMark: PIECE_BYTES, end: Math.max(0, size - 1), autoClose: false });
  return { sizeBytes: size, content, close: () => file.close() };
}
