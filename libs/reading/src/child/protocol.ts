import type { ReadingLimits, RenderedPage } from '../readers/format-reader.js';
import type { Reading } from '../reading-model.js';
import type { WireError } from '../reading.errors.js';

/** The document: a file that the child opens itself, or its bytes. */
export type DocumentSource = { readonly path: string } | { readonly bytes: Uint8Array };

export interface ReadTask {
  readonly kind: 'read';
  readonly source: DocumentSource;
  readonly mediaType: string;
  readonly filename?: string;
  readonly limits: ReadingLimits;
}

export interface RenderTask {
  readonly kind: 'render';
  readonly source: DocumentSource;
  readonly mediaType: string;
  /** From 1. */
  readonly page: number;
  readonly dpi: number;
  readonly maxPixels: number;
}

export type Task = ReadTask | RenderTask;
export type TaskResult<T extends Task> = T extends ReadTask ? Reading : RenderedPage;

export interface TaskMessage {
  readonly id: number;
  readonly task: Task;
}

export type ReplyMessage =
  | { readonly id: number; readonly ok: true; readonly result: Reading | RenderedPage }
  | { readonly id: number; readonly ok: false; readonly error: WireError };
