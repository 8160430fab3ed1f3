import { type BlockInput } from '../../blocks.js';
import { cleanText, decodeText } from '../../encoding/decode-text.js';
import { htmlToText } from '../../html/html-to-text.js';
import { sniffMediaType } from '../../media-type/sniff.js';
import type { OoxmlPackage } from '../package.js';

export interface Chunks {
  /** By the id of their relationship. */
  readonly chunks: ReadonlyMap<string, readonly BlockInput[]>;
  readonly inlined: ReadonlySet<string>;
}

/** Parts in other formats that belong into the text (ECMA-376 part 1, 17.17.2.1 `altChunk`): HTML and plain text. */
export async function htmlChunks(opened: OoxmlPackage, mainPart: string): Promise<Chunks> {
  const chunks = new Map<string, readonly BlockInput[]>();
  const inlined = new Set<string>();
  for (const { id, type, target, isExternal } of await opened.relationshipsOf(mainPart)) {
    if (type !== 'afchunk' || isExternal) continue;
    const bytes = await opened.bytes(target);
    const mediaType = bytes === null ? null : await sniffMediaType(bytes, target);
    if (bytes === null || !/^text\/(?:html|plain)$|^application\/(?:xhtml\+)?xml$/.test(mediaType ?? '')) continue;
    const { text } = decodeText(bytes);
    chunks.set(id, paragraphs(cleanText(mediaType === 'text/plain' ? text : htmlToText(text).text)));
    inlined.add(target);
  }
  return { chunks, inlined };
}

const paragraphs = (text: string): BlockInput[] =>
  text.split(/\n{2,}/).map((paragraph): BlockInput => ({ kind: 'paragraph', text: paragraph }));
