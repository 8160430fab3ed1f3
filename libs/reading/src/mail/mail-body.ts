import { isMultipart, type MimePart } from './mime-tree.js';
import { factsOf, partText } from './mail-parts.js';

/** A piece of the body in the form in which it is read. */
export interface BodyPiece {
  readonly kind: 'plain' | 'flowed' | 'html' | 'enriched';
  readonly text: string;
  /** Of flowed text: the blank at the end of a line that goes on is not meant (RFC 3676, 4.2). */
  readonly deletesBlank?: boolean;
}

export interface MailParts {
  /** What is shown, in order; of alternatives the one that reads best. */
  readonly body: readonly BodyPiece[];
  /** Leaves that are files, in order. */
  readonly files: readonly MimePart[];
}

/** A text of the message, decoded when it is asked for: of two alternatives only one is. */
class TextLeaf {
  private decoded: string | null = null;

  constructor(
    private readonly bytes: Buffer,
    private readonly part: MimePart,
    readonly kind: BodyPiece['kind'],
  ) {}

  /** Bytes as they came, transfer encoding included. */
  get size(): number {
    return this.part.bodyEnd - this.part.bodyStart;
  }

  get text(): string {
    this.decoded ??= partText(this.bytes, this.part);
    return this.decoded;
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
};

/** Tells the body of a message from its files (RFC 2046, 5.1; RFC 2183). */
export function readParts(bytes: Buffer, root: MimePart): MailParts {
  const files: MimePart[] = [];
  const { plain, html } = shownBy(bytes, root, files);
  const body = (plain.length > 0 ? plain : html).map(({ piece }) => piece);
  return { body: body.filter(({ text }) => text.trim() !== ''), files };
}

/** The tree is at most as deep as `parseMime` lets it be. */
function shownBy(bytes: Buffer, part: MimePart, files: MimePart[]): Shown {
  if (part.children.length === 0) return shownLeaf(bytes, part, files);
  const shown = part.children.map((child) => shownBy(bytes, child, files));
  return part.type.value === 'multipart/alternative' ? bestOf(shown) : allOf(shown);
}

function shownLeaf(bytes: Buffer, part: MimePart, files: MimePart[]): Shown {
  const kind = isMultipart(part) ? 'plain' : KINDS[part.type.value];
  if (kind === undefined || isFile(part)) {
    files.push(part);
    return NOTHING;
  }
  if (kind === 'html') return { plain: [], html: [new TextLeaf(bytes, part, kind)] };
  const leaf = new TextLeaf(bytes, part, kind === 'plain' && isFlowed(part) ? 'flowed' : kind);
  return leaf.text.trim() === '' ? NOTHING : { plain: [leaf], html: [] };
}

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
