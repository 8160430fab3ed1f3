import { assertNever } from '@app/kernel';
import type { RenderedPage } from '../readers/format-reader.js';
import { readDocument } from '../readers/read-document.js';
import type { Reading } from '../reading-model.js';
import { readingError } from '../reading.errors.js';
import type { RenderTask, Task } from './protocol.js';

/** Does one task in this process. */
export async function perform(task: Task, bytes: Uint8Array): Promise<Reading | RenderedPage> {
  switch (task.kind) {
    case 'read': {
      const { mediaType, filename, limits } = task;
      return readDocument({ bytes, mediaType, filename, limits });
    }
    case 'render':
      return render(task, bytes);
    default:
      return assertNever(task);
  }
}

async function render(task: RenderTask, bytes: Uint8Array): Promise<RenderedPage> {
  if (task.mediaType === 'application/pdf')
    return (await import('../pdf/render-pdf-page.js')).renderPdfPage(bytes, task);
  if (task.mediaType.startsWith('image/')) return (await import('../image/render-image.js')).renderImage(bytes, task);
  throw readingError('unsupported_media_type');
}
