import { isAscii } from 'node:buffer';
import type { ChildCollector } from '../children/child-collector.js';
import { embeddedName, readDataAddress } from '../html/data-address.js';
import { headerText } from './encoded-words.js';
import { readHeaderBlock } from './header-block.js';
import type { MailFile } from './mail-body.js';
import { factsOf, partBytes, type PartFacts } from './mail-parts.js';
import type { MimePart } from './mime-tree.js';

/** Takes the files out of a message as far as the limits go. Only what fits is decoded. */
export async function addMailFiles(children: ChildCollector, files: readonly MailFile[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    if ('bytes' in file) await children.add(file.name, file.bytes, 'attachment');
    else await addPart(children, file, index);
  }
}

/** Files that stand in the markup itself (`data:…`). */
export async function addEmbeddedFiles(children: ChildCollector, addresses: readonly string[]): Promise<void> {
  for (const [index, address] of [...new Set(addresses)].entries()) {
    const file = readDataAddress(address);
    if (file === null) continue;
    const name = embeddedName(index + 1, file);
    if (file.mediaType.startsWith('image/')) await children.addPicture(name, file.bytes);
    else await children.add(name, file.bytes);
  }
}

async function addPart(children: ChildCollector, part: MimePart, index: number): Promise<void> {
  const facts = factsOf(part);
  const { mediaType, contentId } = facts;
  // RFC 2046, 5.2.3: what is meant lies elsewhere.
  if (mediaType === 'message/external-body') return children.skip(nameOf(facts, { index }), 'not_in_the_message');
  const leastBytes = Math.floor(((part.bodyEnd - part.bodyStart) * 2) / 3);
  const refusal = leastBytes === 0 ? null : children.refusal(leastBytes);
  if (refusal !== null) return children.skip(nameOf(facts, { index }), refusal);
  const content = fileBytes(part, facts);
  await children.add(nameOf(facts, { index, content }), content, 'attachment', {
    declaredType: isMessage(mediaType) ? 'message/rfc822' : mediaType,
    ...(contentId === null ? {} : { contentId }),
  });
}

/** Text that was not encoded has the line ends of the way it took; files of text have their own (RFC 2049, 4). */
function fileBytes(part: MimePart, { encoding, mediaType }: PartFacts): Buffer {
  const content = partBytes(part);
  const isAsItCame = encoding !== 'base64' && encoding !== 'quoted-printable';
  if (!isAsItCame || mediaType === 'message/rfc822' || !content.includes('\r\n')) return content;
  return mediaType.startsWith('text/') || isAscii(content)
    ? Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : content;
}

const isMessage = (mediaType: string): boolean => mediaType === 'message/rfc822' || mediaType === 'message/global';

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
function nameOf({ name, mediaType }: PartFacts, { index, content }: { index: number; content?: Buffer }): string {
  const base = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (base !== '') return base;
  const isInner = isMessage(mediaType) && content !== undefined;
  const subject = isInner ? subjectOf(content) : '';
  const extension = DEFAULT_EXTENSIONS[isInner ? 'message/rfc822' : mediaType] ?? '';
  return `${subject === '' ? `attachment-${index + 1}` : subject}${extension}`;
}

/** Of a message inside, for its name. */
const subjectOf = (content: Buffer): string =>
  headerText(readHeaderBlock(content.subarray(0, SUBJECT_WITHIN), 0).last('subject') ?? '')
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, LONGEST_SUBJECT)
    .trim();
