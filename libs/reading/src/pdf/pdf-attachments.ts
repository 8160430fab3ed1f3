import type { ReadChild, SkippedChild } from '../reading-model.js';
import { sniffMediaType } from '../media-type/sniff.js';
import { type Pdfium, readUtf16, withMemory } from './pdfium.js';

/** A file inside a PDF as it was found: its bytes, or why there are none. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array | 'too_large' | 'too_many' | 'unreadable';
}

/** Bounds of all files inside a document together. */
export interface FileLimits {
  readonly files: number;
  readonly bytes: number;
}

/** Entries of the list that are named at all: a damaged list may claim millions. */
const MAX_LISTED = 10_000;

/** The files of a document's own list (ISO 32000-1, 7.11.4): the XML of an electronic invoice, the parts of a portfolio. */
export function listedFiles(pdfium: Pdfium, document: number, limits: FileLimits): FileBytes[] {
  const found = pdfium.call.FPDFDoc_GetAttachmentCount(document);
  const files: FileBytes[] = [];
  let left = limits.bytes;
  for (let index = 0; index < Math.min(found, MAX_LISTED); index++) {
    const attachment = pdfium.call.FPDFDoc_GetAttachment(document, index);
    if (attachment === 0) files.push({ name: '', bytes: 'unreadable' });
    else if (index >= limits.files) files.push({ name: nameOf(pdfium, attachment), bytes: 'too_many' });
    else {
      const file = readAttachment(pdfium, attachment, left);
      if (typeof file.bytes === 'object') left -= file.bytes.byteLength;
      files.push(file);
    }
  }
  return files;
}

export const readAttachment = (pdfium: Pdfium, attachment: number, limit: number): FileBytes => ({
  name: nameOf(pdfium, attachment),
  bytes: bytesOf(pdfium, attachment, limit),
});

const nameOf = (pdfium: Pdfium, attachment: number): string =>
  readUtf16(pdfium, (buffer, length) => pdfium.call.FPDFAttachment_GetName(attachment, buffer, length));

function bytesOf(pdfium: Pdfium, attachment: number, limit: number): FileBytes['bytes'] {
  const { call, view, bytes } = pdfium;
  return withMemory(pdfium, 4, (sizeAt) => {
    if (call.FPDFAttachment_GetFile(attachment, 0, 0, sizeAt) === 0) return 'unreadable';
    const size = view().getUint32(sizeAt, true);
    if (size > limit) return 'too_large';
    return withMemory(pdfium, size, (buffer) =>
      call.FPDFAttachment_GetFile(attachment, buffer, size, sizeAt) === 0
        ? 'unreadable'
        : bytes().slice(buffer, buffer + size),
    );
  });
}

/** The files as children, each once, and those that are none with the reason. */
export async function asChildren(
  files: readonly FileBytes[],
  limits: FileLimits,
): Promise<{ found: number; children: ReadChild[]; skipped: SkippedChild[] }> {
  const children: ReadChild[] = [];
  const skipped: SkippedChild[] = [];
  let left = limits.bytes;
  for (const [index, file] of files.entries()) {
    const { bytes } = file;
    const name = file.name || `embedded-${index + 1}`;
    if (typeof bytes === 'string') skipped.push({ name, reason: bytes });
    else if (children.some((child) => isSame(child, name, bytes))) continue;
    else if (children.length >= limits.files) skipped.push({ name, reason: 'too_many' });
    else if (bytes.byteLength > left) skipped.push({ name, reason: 'too_large' });
    else {
      left -= bytes.byteLength;
      const mediaType = (await sniffMediaType(bytes, name)) ?? 'application/octet-stream';
      children.push({ name, mediaType, role: 'embedded', bytes });
    }
  }
  return { found: children.length + skipped.length, children, skipped };
}

/** A file that a page shows as a paper clip stands in the document's list as well. */
const isSame = (child: ReadChild, name: string, bytes: Uint8Array): boolean =>
  child.name === name && child.bytes.byteLength === bytes.byteLength && Buffer.compare(child.bytes, bytes) === 0;
