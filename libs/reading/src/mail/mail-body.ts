import { isMultipart, type MimePart } from './mime-tree.js';
import { readCms } from './cms.js';
import { factsOf, partBytes, partText } from './mail-parts.js';
import { uuencodedFiles } from './uuencode.js';

/** A piece of the body in the form in which it is read. */
export interface BodyPiece {
  /** `rtf`: its bytes, one character each. */
  readonly kind: 'plain' | 'flowed' | 'html' | 'enriched' | 'rtf';
  readonly text: string;
  /** Of flowed text: the blank at the end of a line that goes on is not meant (RFC 3676, 4.2). */
  readonly deletesBlank?: boolean;
}

export interface MailParts {
  /** What is shown, in order; of alternatives the one that reads best. */
  readonly body: readonly BodyPiece[];
  /** Leaves that are files, and files that stood in texts, in order. */
  readonly files: readonly MailFile[];
  readonly warnings: readonly string[];
}

/** A file that stood in a text. */
export interface InlineFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export type MailFile = MimePart | InlineFile;

/** A text of the message, decoded when it is asked for: of two alternatives only one is. */
class TextLeaf {
  private decoded: string | null = null;

  constructor(
    private readonly part: MimePart,
    readonly kind: BodyPiece['kind'],
  ) {}

  /** Bytes as they came, transfer encoding included. */
  get size(): number {
    return this.part.bodyEnd - this.part.bodyStart;
  }

  get text(): string {
    this.decoded ??= partText(this.part);
    return this.decoded;
  }

  withText(text: string): TextLeaf {
    const leaf = new TextLeaf(this.part, this.kind);
    leaf.decoded = text;
    return leaf;
  }

  get piece(): BodyPiece {
    const { kind, text, part } = this;
    if (kind !== 'flowed') return { kind, text };
    return { kind, text, deletesBlank: part.type.parameters.get('delsp')?.toLowerCase() === 'yes' };
  }
}

/** The texts of a part, or of all that lies in a multipart, in the two forms in which they could be shown. */
interface Shown {
  readonly plain: readonly TextLeaf[];
  readonly html: readonly TextLeaf[];
}

const NOTHING: Shown = { plain: [], html: [] };
const KINDS: Readonly<Record<string, BodyPiece['kind']>> = {
  'text/plain': 'plain',
  'text/html': 'html',
  'text/enriched': 'enriched',
  'text/richtext': 'enriched',
  'message/partial': 'plain',
};

/** Tells the body of a message from its files (RFC 2046, 5.1; RFC 2183). `parse` reads a message that was signed as a whole. */
export function readParts(root: MimePart, parse: (bytes: Buffer) => MimePart): MailParts {
  const scan = new PartScan(parse);
  const { plain, html } = scan.shownBy(root);
  const body = (plain.length > 0 ? plain : html).map(({ piece }) => piece);
  const { files, warnings } = scan;
  return { body: body.filter(({ text }) => text.trim() !== ''), files, warnings: [...warnings] };
}

/** Signed messages inside signed messages. */
const MOST_SIGNED = 4;

class PartScan {
  readonly files: MailFile[] = [];
  readonly warnings = new Set<string>();
  private signed = 0;

  constructor(private readonly parse: (bytes: Buffer) => MimePart) {}

  /** The tree is at most as deep as `parseMime` lets it be. */
  shownBy(part: MimePart): Shown {
    if (part.type.value === 'multipart/encrypted') this.warnings.add('encrypted_mail');
    if (part.children.length === 0) return this.shownLeaf(part);
    const shown = part.children.map((child) => this.shownBy(child));
    return part.type.value === 'multipart/alternative' ? bestOf(shown) : allOf(shown);
  }

  private shownLeaf(part: MimePart): Shown {
    const kind = isMultipart(part) ? 'plain' : KINDS[part.type.value];
    if (kind === undefined || isFile(part)) {
      this.files.push(part);
      return SEALED.test(part.type.value) ? this.unsealed(part) : NOTHING;
    }
    if (kind === 'html') return { plain: [], html: [new TextLeaf(part, kind)] };
    if (part.type.value === 'message/partial') this.warnings.add('partial_message');
    const leaf = this.withoutFiles(new TextLeaf(part, kind === 'plain' && isFlowed(part) ? 'flowed' : kind));
    return leaf.text.trim() === '' ? NOTHING : { plain: [leaf], html: [] };
  }

  /** What was signed as one block (RFC 8551, 3.5.2) is the message itself. */
  private unsealed(part: MimePart): Shown {
    const sealed = readCms(partBytes(part));
    if (sealed?.kind === 'encrypted') this.warnings.add('encrypted_mail');
    if (sealed?.kind !== 'signed' || ++this.signed > MOST_SIGNED) return NOTHING;
    return this.shownBy(this.parse(sealed.content));
  }

  /** Old mailers wrote files into the text. */
  private withoutFiles(leaf: TextLeaf): TextLeaf {
    const { text } = leaf;
    if (text.includes('-----BEGIN PGP MESSAGE-----')) this.warnings.add('encrypted_mail');
    if (!text.includes('begin')) return leaf;
    const found = uuencodedFiles(text);
    let from = 0;
    const words: string[] = [];
    for (const { name, bytes, start, end } of found) {
      this.files.push({ name, bytes });
      words.push(text.slice(from, start));
      from = end;
    }
    return found.length === 0 ? leaf : leaf.withText([...words, text.slice(from)].join(''));
  }
}

/** S/MIME (RFC 8551, 3.2) with the message inside; a signature that stands beside it is another type. */
const SEALED = /^application\/(?:x-)?pkcs7-mime$/;

/** A text is a file where it says so, or has a name; the first text of a multipart is the letter all the same. */
function isFile(part: MimePart): boolean {
  const { disposition, isNamedByType } = factsOf(part);
  if (disposition !== '' && disposition !== 'inline') return true;
  if (part.index === 0) return false;
  return isNamedByType || part.parent?.type.value === 'multipart/related';
}

/** RFC 3676, 4.1. */
const isFlowed = ({ type }: MimePart): boolean => type.parameters.get('format')?.toLowerCase() === 'flowed';

/** Alternatives (RFC 2046, 5.1.4): the plain one unless it only points to the other. */
function bestOf(shown: readonly Shown[]): Shown {
  const plain = shown.flatMap((one) => one.plain);
  const html = shown.findLast((one) => one.html.length > 0)?.html ?? [];
  return { plain: isOnlyNotice(plain, html) ? [] : plain, html };
}

/** Parts one after the other: each in its own form, since a reader is shown them all. */
function allOf(shown: readonly Shown[]): Shown {
  const both = shown.flatMap(({ plain, html }) => (plain.length > 0 ? plain : html));
  return both.some(({ kind }) => kind !== 'html') ? { plain: both, html: [] } : { plain: [], html: both };
}

/** A notice that the message is in HTML is short; what it stands for is longer. */
const NOTICE_LENGTH = 300;

interface Sized {
  readonly text: string;
  readonly size: number;
}

/** Whether plain texts only say that there is more in the other form. */
export function isOnlyNotice(plain: readonly Sized[], html: readonly Pick<Sized, 'size'>[]): boolean {
  const size = (leaves: readonly Pick<Sized, 'size'>[]): number => leaves.reduce((sum, leaf) => sum + leaf.size, 0);
  if (size(plain) > NOTICE_LENGTH || size(html) <= NOTICE_LENGTH) return false;
  return plain.every(({ text }) => /\b(?:x?html|browser|navigat\w+|mime)\b/i.test(text));
}
