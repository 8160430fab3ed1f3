import type { ReadChild, SkippedChild } from '../reading-model.js';
import { sniffMediaType } from '../media-type/sniff.js';
import { type Pdfium, readUtf16, withMemory } from './pdfium.js';

export interface EmbeddedFiles {
  readonly found: number;
  readonly children: readonly ReadChild[];
  readonly skipped: readonly SkippedChild[];
}

/** The files inside a PDF (ISO 32000-1, 7.11.4): the XML of an electronic invoice, for one. */
export async function readEmbeddedFiles(
  pdfium: Pdfium,
  document: number,
  limits: { files: number; bytes: number },
): Promise<EmbeddedFiles> {
  const found = pdfium.call.FPDFDoc_GetAttachmentCount(document);
  const children: ReadChild[] = [];
  const skipped: SkippedChild[] = [];
  let left = limits.bytes;
  for (let index = 0; index < found; index++) {
    const attachment = pdfium.call.FPDFDoc_GetAttachment(document, index);
    const name =
      attachment === 0
        ? ''
        : readUtf16(pdfium, (buffer, length) => pdfium.call.FPDFAttachment_GetName(attachment, buffer, length));
    const bytes = attachment === 0 || children.length >= limits.files ? null : readFile(pdfium, attachment, left);
    if (bytes === null || bytes === 'too_large') {
      skipped.push({ name: name || `embedded-${index + 1}`, reason: reasonOf(bytes, children.length >= limits.files) });
      continue;
    }
    left -= bytes.byteLength;
    const mediaType = (await sniffMediaType(bytes, name)) ?? 'application/octet-stream';
    children.push({ name: name || `embedded-${index + 1}`, mediaType, role: 'embedded', bytes });
  }
  return { found, children, skipped };
}

const reasonOf = (bytes: null | 'too_large', full: boolean): string => (full ? 'too_many' : (bytes ?? 'unreadable'));

function readFile(pdfium: Pdfium, attachment: number, limit: number): Uint8Array | null | 'too_large' {
  return withMemory(pdfium, 4, (sizeAt) => {
    if (pdfium.call.FPDFAttachment_GetFile(attachment, 0, 0, sizeAt) === 0) return null;
    const size = pdfium.view().getUint32(sizeAt, true);
    if (size > limit) return 'too_large';
    return withMemory(pdfium, size, (buffer) =>
      pdfium.call.FPDFAttachment_GetFile(attachment, buffer, size, sizeAt) === 0
        ? null
        : pdfium.bytes().slice(buffer, buffer + size),
    );
  });
}
