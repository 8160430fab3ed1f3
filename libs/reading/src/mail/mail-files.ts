import { isAscii } from 'node:buffer';
import { sniffMediaType } from '../media-type/sniff.js';
import type { ReadChild, SkippedChild } from '../reading-model.js';
import { headerText } from './encoded-words.js';
import { readHeaderBlock } from './header-block.js';
import { factsOf, partBytes, type PartFacts } from './mail-parts.js';
import type { MimePart } from './mime-tree.js';

export interface FileLimits {
  readonly maxChildren: number;
  /** Bytes of all children together. */
  readonly maxChildBytes: number;
}

export interface MailFiles {
  readonly children: readonly ReadChild[];
  readonly skipped: readonly SkippedChild[];
}

/** Takes the files out of a message as far as the limits go. Only what fits is decoded. */
export async function readFiles(bytes: Buffer, files: readonly MimePart[], limits: FileLimits): Promise<MailFiles> {
  const children: ReadChild[] = [];
  const skipped: SkippedChild[] = [];
  let left = limits.maxChildBytes;
  for (const [index, part] of files.entries()) {
    const facts = factsOf(part);
    const leastBytes = ((part.bodyEnd - part.bodyStart) * 2) / 3;
    const content = children.length < limits.maxChildren && leastBytes <= left ? fileBytes(bytes, part, facts) : null;
    const mediaType = content === null ? facts.mediaType : await mediaTypeOf(facts, content);
    const name = nameOf(facts, { mediaType, index, content });
    const refusal = refusalOf(content, facts, { hasRoom: children.length < limits.maxChildren, left });
    if (content === null || refusal !== null) skipped.push({ name, reason: refusal ?? 'too_large' });
    else {
      left -= content.byteLength;
      const { contentId } = facts;
      children.push({
        name,
        mediaType,
        role: 'attachment',
        bytes: content,
        ...(contentId === null ? {} : { contentId }),
      });
    }
  }
  return { children, skipped };
}

function refusalOf(
  content: Buffer | null,
  { mediaType }: PartFacts,
  { hasRoom, left }: { hasRoom: boolean; left: number },
): string | null {
  // RFC 2046, 5.2.3: what is meant lies elsewhere.
  if (mediaType === 'message/external-body') return 'not_in_the_message';
  if (!hasRoom) return 'too_many';
  if (content?.byteLength === 0) return 'empty';
  return content === null || content.byteLength > left ? 'too_large' : null;
}

/** Text that was not encoded has the line ends of the way it took; files of text have their own (RFC 2049, 4). */
function fileBytes(bytes: Buffer, part: MimePart, { encoding, mediaType }: PartFacts): Buffer {
  const content = partBytes(bytes, part).bytes;
  const isAsItCame = encoding !== 'base64' && encoding !== 'quoted-printable';
  if (!isAsItCame || mediaType === 'message/rfc822' || !content.includes('\r\n')) return content;
  return mediaType.startsWith('text/') || isAscii(content)
    ? Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : content;
}

const isMessage = (mediaType: string): boolean => mediaType === 'message/rfc822' || mediaType === 'message/global';

/** The content decides; where it cannot be told, what the mail says. */
const mediaTypeOf = async ({ mediaType, name }: PartFacts, content: Buffer): Promise<string> =>
  isMessage(mediaType) ? 'message/rfc822' : ((await sniffMediaType(content, name ?? undefined)) ?? mediaType);

const DEFAULT_EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/html': '.html',
  'text/plain': '.txt',
  'text/calendar': '.ics',
  'text/vcard': '.vcf',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
};
const LONGEST_SUBJECT = 80;
const SUBJECT_WITHIN = 64 * 1024;

/** The name that the mail gives, without the parts that only mean something where it was sent from. */
function nameOf(
  { name }: PartFacts,
  { mediaType, index, content }: { mediaType: string; index: number; content: Buffer | null },
): string {
  const base = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (base !== '') return base;
  const extension = DEFAULT_EXTENSIONS[mediaType] ?? '';
  const subject = mediaType === 'message/rfc822' && content !== null ? subjectOf(content) : '';
  return `${subject === '' ? `attachment-${index + 1}` : subject}${extension}`;
}

/** Of a message inside, for its name. */
const subjectOf = (content: Buffer): string =>
  headerText(readHeaderBlock(content.subarray(0, SUBJECT_WITHIN), 0).last('subject') ?? '')
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, LONGEST_SUBJECT)
    .trim();
