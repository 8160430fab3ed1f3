import { readingError } from '../../reading.errors.js';

/** [MS-OXRTFCP] 2.1.2.1: what the dictionary holds before the first byte. */
const INITIAL =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const DICTIONARY_BYTES = 4096;
const HEADER_BYTES = 16;
/** [MS-OXRTFCP] 2.1.3.1.1. */
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
/** A reference gives 17 bytes for two, and a bit. */
const MOST_BYTES_EACH = 9;

/** The RTF inside `PR_RTF_COMPRESSED` ([MS-OXRTFCP]). Throws `corrupt_document` where it is neither of its two forms. */
export function decompressRtf(bytes: Buffer): Buffer {
  if (bytes.length < HEADER_BYTES) throw readingError('corrupt_document');
  const rawSize = bytes.readUInt32LE(4);
  const kind = bytes.readUInt32LE(8);
  const body = bytes.subarray(HEADER_BYTES);
  if (kind === UNCOMPRESSED) return body.subarray(0, rawSize);
  if (kind !== COMPRESSED) throw readingError('corrupt_document');
  return expand(body, Math.min(rawSize, body.length * MOST_BYTES_EACH + INITIAL.length));
}

function expand(body: Buffer, size: number): Buffer {
  const window = new Window(size);
  for (let at = 0; at < body.length;) {
    const control = body[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < body.length; bit++) {
      const isReference = (control & (1 << bit)) !== 0;
      const goesOn = isReference
        ? window.copy(((body[at] ?? 0) << 8) | (body[at + 1] ?? 0))
        : window.put(body[at] ?? 0);
      if (!goesOn) return window.written;
      at += isReference ? 2 : 1;
    }
  }
  return window.written;
}

/** What comes out, and the last of it as the dictionary that references point into. */
class Window {
  private readonly dictionary = Buffer.alloc(DICTIONARY_BYTES, 0x20);
  private readonly out: Buffer;
  private next = INITIAL.length;
  private length = 0;

  constructor(size: number) {
    this.dictionary.write(INITIAL, 'latin1');
    this.out = Buffer.alloc(size);
  }

  get written(): Buffer {
    return this.out.subarray(0, this.length);
  }

  /** False where no more is wanted. */
  put(byte: number): boolean {
    if (this.length >= this.out.length) return false;
    this.out[this.length++] = byte;
    this.dictionary[this.next] = byte;
    this.next = (this.next + 1) % DICTIONARY_BYTES;
    return true;
  }

  /** [MS-OXRTFCP] 2.2.1.5: place and length; one that points to where the next byte goes ends it all. */
  copy(reference: number): boolean {
    const from = reference >> 4;
    if (from === this.next) return false;
    for (let index = 0; index < (reference & 15) + 2; index++)
      if (!this.put(this.dictionary[(from + index) % DICTIONARY_BYTES] ?? 0)) return false;
    return true;
  }
}
