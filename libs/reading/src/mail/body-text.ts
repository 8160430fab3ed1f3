import { paragraphsOf } from '../blocks.js';
import { cleanText } from '../encoding/decode-text.js';
import { htmlToText } from '../html/html-to-text.js';
import type { Block } from '../reading-model.js';
import type { BodyPiece } from './mail-body.js';
import { enrichedBody, flowedBody, plainBody } from './plain-body.js';

/** The body as text; offsets count from its beginning. */
export interface BodyText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The pieces of a body one after the other, parted by an empty line. */
export function bodyText(pieces: readonly BodyPiece[]): BodyText {
  const text = pieces
    .map(textOf)
    .filter((piece) => piece.trim() !== '')
    .join('\n\n');
  return { text, blocks: paragraphsOf(text, 0) };
}

function textOf({ kind, text, deletesBlank = false }: BodyPiece): string {
  switch (kind) {
    case 'html':
      return cleanText(htmlToText(text).text);
    case 'flowed':
      return flowedBody(text, deletesBlank);
    case 'enriched':
      return enrichedBody(text);
    default:
      return plainBody(text);
  }
}
