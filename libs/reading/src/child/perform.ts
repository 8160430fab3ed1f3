import { readFile } from 'node:fs/promises';
import { assertNever } from '@app/kernel';
import type { RenderedPage } from '../readers/format-reader.js';
import { readDocument } from '../readers/read-document.js';
import type { Reading } from '../reading-model.js';
import { readingError } from '../reading.errors.js';
import type { DocumentSource, RenderTask, Task } from './protocol.js';

/** Does one task in this process. */
export async function perform(task: Task): Promise<Reading | RenderedPage> {
  switch (task.kind) {
    case 'read': {
      const { source, mediaType, filename, limits } = task;
      return readDocument({ bytes: await load(source), mediaType, filename, limits });
    }
    case 'render':
      return render(task);
    default:
      return assertNever(task);
  }
}

async function load(source: DocumentSource): Promise<Uint8Array> {
  const bytes = 'bytes' in source ? source.bytes : await readFile(source.path);
  if (bytes.byteLength === 0) throw readingError('empty_file');
  return bytes;
}

async function render(task: RenderTask): Promise<RenderedPage> {
  const bytes = await load(task.source);
  if (task.mediaType === 'application/pdf')
    return (await import('../pdf/render-pdf-page.js')).renderPdfPage(bytes, task);
  if (task.mediaType.startsWith('image/')) return (await import('../ocr/render-image.js')).renderImage(bytes, task);
  throw readingError('unsupported_media_type');
}
