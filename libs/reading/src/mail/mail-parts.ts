import { decodeCharset } from './charsets.js';
import type { MimePart } from './mime-tree.js';
import { parseParameters } from './parameters.js';
import { decodeTransfer } from './transfer-encodings.js';

/** What a leaf says of itself beside its type. */
export interface PartFacts {
  readonly mediaType: string;
  /** Lower case, without blanks and comments; empty where none is named. */
  readonly encoding: string;
  /** Lower case; empty where none is named. */
  readonly disposition: string;
  /** As the mail gives it. */
  readonly name: string | null;
  /** True where the type names the part; a disposition may name a text that is to be shown. */
  readonly isNamedByType: boolean;
  /** Without brackets. */
  readonly contentId: string | null;
}

export function factsOf(part: MimePart): PartFacts {
  const { header, type } = part;
  const disposition = parseParameters(header.last('content-disposition') ?? '');
  const typeName = type.parameters.get('name') ?? type.parameters.get('filename');
  const name = disposition.parameters.get('filename') ?? disposition.parameters.get('name') ?? typeName;
  const contentId = (header.last('content-id') ?? '').trim().replace(/^<|>$/g, '');
  return {
    mediaType: type.value,
    encoding: encodingOf(part),
    disposition: disposition.value,
    name: name === undefined || name === '' ? null : name,
    isNamedByType: typeName !== undefined,
    contentId: contentId === '' ? null : contentId,
  };
}

const encodingOf = ({ header }: MimePart): string =>
  (header.last('content-transfer-encoding') ?? '')
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s;"']/g, '');

/** The bytes of a leaf with its transfer encoding undone. */
export const partBytes = (part: MimePart): Buffer =>
  decodeTransfer(part.source.subarray(part.bodyStart, part.bodyEnd), encodingOf(part)).bytes;

/** The text of a leaf. */
export const partText = (part: MimePart): string =>
  decodeCharset(partBytes(part), part.type.parameters.get('charset') ?? null);
