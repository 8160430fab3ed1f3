import { type BlockInput } from '../../blocks.js';
import { cleanText, decodeText } from '../../encoding/decode-text.js';
import { readHtml } from '../../html/read-html.js';
import { sniffMediaType } from '../../media-type/sniff.js';
import type { OoxmlPackage } from '../package.js';

export interface Chunks {
  /** By the id of their relationship. */
  readonly chunks: ReadonlyMap<string, readonly BlockInput[]>;
  readonly inlined: ReadonlySet<string>;
}

/** What is read into the text; documents of other kinds become children. */
const READERS: Readonly<Record<string, (text: string) => readonly BlockInput[]>> = {
  'text/html': (text) => readHtml(text).blocks,
  'application/xhtml+xml': (text) => readHtml(text, { isXml: true }).blocks,
  'application/xml': (text) => readHtml(text, { isXml: true }).blocks,
  'text/plain': (text) => text.split(/\n{2,}/).map((paragraph): BlockInput => ({ kind: 'paragraph', text: paragraph })),
};

/** Parts in other formats that belong into the text (ECMA-376 part 1, 17.17.2.1 `altChunk`): HTML and plain text. */
export async function readChunks(opened: OoxmlPackage, mainPart: string): Promise<Chunks> {
  const chunks = new Map<string, readonly BlockInput[]>();
  const inlined = new Set<string>();
  for (const { id, type, target, isExternal } of await opened.relationshipsOf(mainPart)) {
    if (type !== 'afchunk' || isExternal) continue;
    const bytes = await opened.bytes(target);
    const read = bytes === null ? undefined : READERS[(await sniffMediaType(bytes, target)) ?? ''];
    if (bytes === null || read === undefined) continue;
    chunks.set(id, read(cleanText(decodeText(bytes).text)));
    inlined.add(target);
  }
  return { chunks, inlined };
}
