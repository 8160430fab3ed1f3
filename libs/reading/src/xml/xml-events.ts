import { Parser } from 'htmlparser2';
import { decodeText, encodingOf } from '../encoding/decode-text.js';
import { type TextStream, textStream } from '../encoding/text-decoder.js';
import { readingError } from '../reading.errors.js';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What is called for the parts of an XML document. Names come without their prefix: `w:p` is `p`, and as written. */
export interface XmlHandler {
  open?(name: string, attributes: XmlAttributes, qualifiedName: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Elements inside each other; deeper documents are made to hurt. */
const MAX_DEPTH = 2000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML piece by piece, forgiving what is not well-formed. Document types are ignored: entities that a document
 * declares itself are never expanded, and nothing is fetched.
 */
export class XmlReader {
  private depth = 0;
  private stream: TextStream | null = null;
  private readonly parser: Parser;

  constructor(handler: XmlHandler) {
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (++this.depth > MAX_DEPTH) throw readingError('corrupt_document');
          handler.open?.(localName(name), attributes, name);
        },
        onclosetag: (name) => {
          this.depth--;
          handler.close?.(localName(name));
        },
        ontext: (text) => handler.text?.(text),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  /** Bytes in the encoding of the first piece. */
  write(bytes: Uint8Array): void {
    this.stream ??= textStream(encodingOf(bytes));
    this.parser.write(this.stream.write(bytes));
  }

  writeText(text: string): void {
    this.parser.write(text);
  }

  end(): void {
    this.parser.end(this.stream?.end());
  }
}

/** Reads a whole XML document. */
export function readXml(source: Uint8Array | string, handler: XmlHandler): void {
  const reader = new XmlReader(handler);
  reader.writeText(typeof source === 'string' ? source : decodeText(source).text);
  reader.end();
}

/** An attribute by its name without prefix: `r:id` is found as `id`. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const direct = attributes[name];
  if (direct !== undefined) return direct;
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}
