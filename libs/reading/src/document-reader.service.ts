import { open } from 'node:fs/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { DocumentSource } from './child/protocol.js';
import { childEntryPath } from './pool/child-entry.js';
import { ReadingPool } from './pool/reading-pool.js';
import type { FormatReader, ReadingLimits, RenderedPage } from './readers/format-reader.js';
import { readerFor } from './readers/registry.js';
import type { Reading } from './reading-model.js';
import { type ReadingConfig, readingConfig } from './reading.config.js';
import { readingError } from './reading.errors.js';

/** Bounds that a caller may narrow for one document. */
export type LimitOverrides = Partial<Omit<ReadingLimits, 'deadline' | 'tesseractPath'>> & {
  readonly wallSeconds?: number;
};

export type ReadRequest = DocumentSource & {
  readonly mediaType: string;
  readonly filename?: string;
  readonly limits?: LimitOverrides;
};

/** The child ends a task itself at its deadline where it can; after this many milliseconds more it is killed. */
const GRACE_MS = 500;
/** Only files up to this size are looked at for reading in this process. */
const IN_PROCESS_BYTES = 256 * 1024;
const DEFAULT_DPI = 110;
const RENDER_PIXELS = 8_000_000;

/** Reads documents of all formats: in child processes that can be killed, small plain texts right here. */
@Injectable()
export class DocumentReader implements OnModuleDestroy {
  private readonly pool: ReadingPool;

  constructor(@Inject(readingConfig.token) private readonly config: ReadingConfig) {
    const { processes, memoryMb, documentsPerProcess } = config;
    this.pool = new ReadingPool({ entry: childEntryPath(), processes, memoryMb, documentsPerProcess });
  }

  /** Starts the reading processes ahead of the first document. */
  warm(): void {
    this.pool.warm();
  }

  /**
   * Reads one document. Throws AppError: `unsupported_media_type`, `empty_file`, `encrypted_document`, `no_pages`,
   * `corrupt_document`, `image_too_large`, `reading_timeout`, `reading_out_of_memory`, `reader_crashed`; or the signal's reason.
   */
  async read(request: ReadRequest, signal?: AbortSignal): Promise<Reading> {
    signal?.throwIfAborted();
    const { mediaType, filename } = request;
    const reader = readerFor(mediaType);
    const wallMs = (request.limits?.wallSeconds ?? this.config.wallSeconds) * 1000;
    const bytes = await smallBytes(request, reader);
    if (bytes?.byteLength === 0) throw readingError('empty_file');
    if (bytes !== null && reader.isSafeInProcess?.({ bytes, mediaType }) === true)
      return reader.read({ bytes, mediaType, filename, limits: this.limitsOf(request, wallMs) });
    const source = sourceOf(request);
    return this.pool.run(
      () => ({ kind: 'read', source, mediaType, filename, limits: this.limitsOf(request, wallMs) }),
      wallMs + GRACE_MS,
      signal,
    );
  }

  /** One page (from 1) of a PDF or picture as PNG. Throws `page_not_found`, `unsupported_media_type`, and what `read` throws. */
  async renderPage(
    request: DocumentSource & { readonly mediaType: string; readonly page: number; readonly dpi?: number },
    signal?: AbortSignal,
  ): Promise<RenderedPage> {
    const { mediaType, page, dpi = DEFAULT_DPI } = request;
    const source = sourceOf(request);
    return this.pool.run(
      () => ({ kind: 'render', source, mediaType, page, dpi, maxPixels: RENDER_PIXELS }),
      this.config.wallSeconds * 1000,
      signal,
    );
  }

  onModuleDestroy(): void {
    this.pool.stop();
  }

  private limitsOf({ limits = {} }: ReadRequest, wallMs: number): ReadingLimits {
    const { config } = this;
    const { wallSeconds: _, ...narrowed } = limits;
    return {
      maxPages: config.maxPages,
      maxOcrPages: config.maxOcrPages,
      maxCharacters: config.maxCharacters,
      maxChildren: config.maxChildren,
      maxChildBytes: config.maxChildBytes,
      maxInflatedBytes: config.maxInflatedBytes,
      maxEntries: config.maxEntries,
      maxImagePixels: config.maxImagePixels,
      maxPixels: config.maxOcrPixels,
      ocr: config.ocr,
      tesseractPath: config.tesseractPath,
      ...narrowed,
      deadline: Date.now() + wallMs,
    };
  }
}

const sourceOf = (request: DocumentSource): DocumentSource =>
  'bytes' in request ? { bytes: request.bytes } : { path: request.path };

/** The bytes of a document that may be read here; null where it is too large or its format never is. Empty where the file is. */
async function smallBytes(source: DocumentSource, reader: FormatReader): Promise<Uint8Array | null> {
  const isCandidate = reader.isSafeInProcess !== undefined;
  if ('bytes' in source)
    return source.bytes.byteLength === 0 || (isCandidate && source.bytes.byteLength <= IN_PROCESS_BYTES)
      ? source.bytes
      : null;
  const file = await open(source.path, 'r');
  try {
    const { size } = await file.stat();
    return size === 0 || (isCandidate && size <= IN_PROCESS_BYTES) ? await file.readFile() : null;
  } finally {
    await file.close();
  }
}
