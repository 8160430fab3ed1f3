import type { ReadingLimits, RenderedPage } from '../readers/format-reader.js';
import type { ReadChild } from '../reading-model.js';
import type { WireError } from '../reading.errors.js';
import type { ReadResult } from '../stored/packed-reading.js';

export interface ReadTask {
  readonly kind: 'read';
  readonly mediaType: string;
  readonly filename?: string;
  readonly limits: ReadingLimits;
}

export interface RenderTask {
  readonly kind: 'render';
  readonly mediaType: string;
  /** From 1. */
  readonly page: number;
  readonly dpi: number;
  readonly maxPixels: number;
}

export type Task = ReadTask | RenderTask;

/** A file inside a document without its bytes, which follow in the byte channel in the order of the list. */
export type SentChild = Omit<ReadChild, 'bytes'> & { readonly sizeBytes: number };
/** Packed where it was read: to take it apart would hold the service's event loop for seconds. */
export type SentReading = ReadResult & { readonly children: readonly SentChild[] };
export type TaskResult<T extends Task> = T extends ReadTask ? SentReading : RenderedPage;

/** The document's bytes follow in the byte channel. */
export interface TaskMessage {
  readonly id: number;
  readonly task: Task;
  readonly sizeBytes: number;
}

/** Sent now and then while a task is under way: a process that is silent hangs. */
export interface AliveMessage {
  readonly id: number;
  readonly alive: true;
}

export type ReplyMessage =
  | { readonly id: number; readonly ok: true; readonly result: SentReading | RenderedPage }
  | { readonly id: number; readonly ok: false; readonly error: WireError };

export const ALIVE_EVERY_MS = 1000;
