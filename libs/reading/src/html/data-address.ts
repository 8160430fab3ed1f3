/** A file that stands in an address (RFC 2397). */
export interface EmbeddedFile {
  /** As the address says; lower case. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const HEAD = /^data:([^,;]*)((?:;[^,;]*)*),/i;
/** The head of an address is short; what has no comma early is none. */
const MAX_HEAD = 1000;

/** Reads a `data:` address; null where it is none or holds nothing. */
export function readDataAddress(address: string): EmbeddedFile | null {
  const head = HEAD.exec(address.slice(0, MAX_HEAD));
  if (head === null) return null;
  const [whole, type = '', parameters = ''] = head;
  const content = address.slice(whole.length);
  const bytes = /;\s*base64\s*$/i.test(parameters)
    ? Buffer.from(content.includes('%') ? unescapeBytes(content).toString('latin1') : content, 'base64')
    : unescapeBytes(content);
  return bytes.byteLength === 0 ? null : { mediaType: type.trim().toLowerCase(), bytes };
}

/** `%41` as its byte; what is no such escape stays. */
function unescapeBytes(text: string): Buffer {
  const source = Buffer.from(text, 'utf8');
  const bytes = Buffer.alloc(source.byteLength);
  let length = 0;
  for (let index = 0; index < source.byteLength; index++) {
    const code =
      source[index] === 0x25 ? Number.parseInt(source.toString('latin1', index + 1, index + 3), 16) : Number.NaN;
    if (Number.isNaN(code)) bytes[length++] = source[index] ?? 0;
    else {
      bytes[length++] = code;
      index += 2;
    }
  }
  return bytes.subarray(0, length);
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'html',
};

/** A name for the n-th embedded file, from 1: `embedded-1.png`. */
export function embeddedName(number: number, { mediaType }: EmbeddedFile): string {
  const known = Object.hasOwn(EXTENSIONS, mediaType) ? EXTENSIONS[mediaType] : undefined;
  const extension = known ?? /^image\/(?:x-)?(\w{2,5})$/.exec(mediaType)?.[1];
  return `embedded-${number}${extension === undefined ? '' : `.${extension}`}`;
}
