import { ReadingBuilder } from '../reading-builder.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput } from '../readers/format-reader.js';
import { childrenOf } from './rtf-files.js';
import { rtfToBlocks } from './rtf-reader.js';

/** Reads an RTF file as one page. */
export async function readRtfDocument({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const { blocks, hidden, files, metadata, isCut } = rtfToBlocks(bytes);
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  builder.addBlocks(blocks);
  for (const { text, reason } of hidden) builder.addHidden(1, text, reason);
  (await childrenOf(files, limits)).deliverTo(builder);
  builder.setMetadata(metadata);
  if (isCut) builder.lose('file_damaged');
  return builder.build();
}
