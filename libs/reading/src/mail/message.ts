import { HeaderBlock } from './header-block.js';
import { type BodyPiece, type MailFile, readParts } from './mail-body.js';
import { isMultipart, type MimePart, parseMime } from './mime-tree.js';

/** A message, its body decoded and its files where they lie. */
export interface MailMessage {
  readonly header: HeaderBlock;
  /** What the first text of the message is written in, as it says. */
  readonly charset: string | null;
  readonly body: readonly BodyPiece[];
  readonly files: readonly MailFile[];
  readonly warnings: readonly string[];
}

const LF = 10;
const CR = 13;
const BYTE_ORDER_MARK = Buffer.from('efbbbf', 'hex');

/**
 * Reads an Internet message (RFC 5322, RFC 2045 to 2049), however it is damaged. Throws `archive_too_large` where it has
 * more than `maxParts` parts, `corrupt_document` where its header is longer than a header can be.
 */
export function parseMessage(given: Uint8Array, maxParts: number): MailMessage {
  const bytes = withLineEnds(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
  const { root, isTooDeep } = parseMime(bytes, headerStart(bytes), maxParts);
  const { body, files, warnings } = readParts(root, (inner) => parseMime(inner, 0, maxParts).root);
  return {
    header: root.header,
    charset: firstCharset(root),
    body,
    files,
    warnings: isTooDeep ? ['nested_too_deep', ...warnings] : warnings,
  };
}

/** Files of old Macs end their lines with CR alone. */
function withLineEnds(bytes: Buffer): Buffer {
  if (bytes.includes(LF) || !bytes.includes(CR)) return bytes;
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(CR); at >= 0; at = copy.indexOf(CR, at + 1)) copy[at] = LF;
  return copy;
}

/** Behind a byte order mark and empty lines. */
function headerStart(bytes: Buffer): number {
  let at = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  while (bytes[at] === LF || bytes[at] === CR) at++;
  return at;
}

function firstCharset(root: MimePart): string | null {
  let part: MimePart | undefined = root;
  while (part !== undefined && isMultipart(part)) [part] = part.children;
  return part?.type.parameters.get('charset') ?? null;
}
