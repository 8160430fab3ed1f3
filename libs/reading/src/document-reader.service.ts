import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { findTesseract } from './ocr/tesseract-cli.js';
import { unpackTesseractData } from './ocr/tesseract-data.js';
import { childEntryPath, programFiles } from './pool/child-entry.js';
import type { DocumentSource } from './pool/document-source.js';
import type { TakeChild } from './pool/reader-process.js';
import { ReadingPool } from './pool/reading-pool.js';
import type { FormatReader, ReadingLimits, RenderedPage } from './readers/format-reader.js';
import { readerFor } from './readers/registry.js';
import type { ReadChild, Reading } from './reading-model.js';
import { type ReadingConfig, readingConfig } from './reading.config.js';
import { readingError } from './reading.errors.js';
import { packReading, type ReadResult, unpackReading } from './stored/packed-reading.js';

/** Bounds that a caller may narrow for one document. */
export type LimitOverrides = Partial<
  Omit<ReadingLimits, 'deadline' | 'tesseractPath' | 'tessdataPath' | 'ocrLanguages' | 'language'>
> & {
  readonly wallSeconds?: number;
};

export type ReadRequest = DocumentSource & {
  readonly mediaType: string;
  readonly filename?: string;
  readonly limits?: LimitOverrides;
  /** ISO 639-1 code, where the sender said it; recognition of text in pictures needs to know, or finds it out. */
  readonly language?: string;
  /** Whose document it is; processes are shared evenly between owners. */
  readonly owner?: string;
};

/** The child ends a task itself at its deadline where it can; after this many milliseconds more it is killed. */
const GRACE_MS = 500;
/** Only files up to this size are looked at for reading in this process. */
const IN_PROCESS_BYTES = 256 * 1024;
const DEFAULT_DPI = 110;
const RENDER_PIXELS = 8_000_000;
const NOBODY = '';

/** Reads documents of all formats: in child processes that can be killed, small plain texts right here. */
@Injectable()
export class DocumentReader implements OnModuleDestroy {
  private readonly pool: ReadingPool;

  constructor(@Inject(readingConfig.token) private readonly config: ReadingConfig) {
    const { processes, memoryMb, documentsPerProcess, stallSeconds, tesseractPath } = config;
    const entry = childEntryPath();
    const readable = [...programFiles(entry), ...(tesseractPath === undefined ? [] : [dirname(tesseractPath)])];
    this.pool = new ReadingPool({
      entry,
      readable,
      processes,
      memoryMb,
      documentsPerProcess,
      stallMs: stallSeconds * 1000,
    });
  }

  /** Starts the reading processes ahead of the first document. */
  warm(): void {
    this.pool.warm();
  }

  /**
   * Reads one document with the files inside it. Throws AppError: `unsupported_media_type`, `empty_file`,
   * `encrypted_document`, `no_pages`, `corrupt_document`, `decompression_bomb`, `archive_too_large`, `image_too_large`,
   * `reading_timeout`, `reading_out_of_memory`, `reader_crashed`; or the signal's reason.
   */
  async read(request: ReadRequest, signal?: AbortSignal): Promise<Reading> {
    const children: ReadChild[] = [];
    const reading = await this.readInto(
      request,
      async ({ name, mediaType, role, content }) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of content) chunks.push(chunk);
        children.push({ name, mediaType, role, bytes: Buffer.concat(chunks) });
      },
      signal,
    );
    return { ...(await unpackReading(reading)), children };
  }

  /**
   * As `read`, but packed as it is kept; the files inside are handed on one after the other as they come, so that they need
   * no memory here.
   */
  async readInto(request: ReadRequest, onChild: TakeChild, signal?: AbortSignal): Promise<ReadResult> {
    signal?.throwIfAborted();
    const { mediaType, filename, owner = NOBODY } = request;
    const reader = readerFor(mediaType);
    const wallMs = (request.limits?.wallSeconds ?? this.config.wallSeconds) * 1000;
    const bytes = await smallBytes(request, reader);
    if (bytes?.byteLength === 0) throw readingError('empty_file');
    if (bytes !== null && reader.isSafeInProcess?.({ bytes, mediaType }) === true) {
      const { children: _, ...reading } = await reader.read({
        bytes,
        mediaType,
        filename,
        limits: this.limitsOf(request, wallMs),
      });
      return packReading(reading);
    }
    const { children: _, ...result } = await this.pool.run(
      () => ({ kind: 'read' as const, mediaType, filename, limits: this.limitsOf(request, wallMs) }),
      request,
      { owner, wallMs: wallMs + GRACE_MS, signal, onChild },
    );
    return result;
  }

  /** One page (from 1) of a PDF or picture as PNG. Throws `page_not_found`, `unsupported_media_type`, and what `read` throws. */
  async renderPage(
    request: DocumentSource & {
      readonly mediaType: string;
      readonly page: number;
      readonly dpi?: number;
      readonly owner?: string;
    },
    signal?: AbortSignal,
  ): Promise<RenderedPage> {
    const { mediaType, page, dpi = DEFAULT_DPI, owner = NOBODY } = request;
    return this.pool.run(() => ({ kind: 'render' as const, mediaType, page, dpi, maxPixels: RENDER_PIXELS }), request, {
      owner,
      wallMs: this.config.wallSeconds * 1000,
      signal,
      onChild: () => Promise.resolve(),
    });
  }

  onModuleDestroy(): void {
    this.pool.stop();
  }

  /** Reading processes write nothing, so the data of languages are unpacked here, for the program that reads them. */
  private async tessdataPath(): Promise<string | null> {
    const { ocr, tesseractPath } = this.config;
    return ocr === 'off' || ocr === 'wasm' || findTesseract(tesseractPath) === null ? null : unpackTesseractData();
  }

  private limitsOf({ limits = {}, language }: ReadRequest, wallMs: number): ReadingLimits {
    const { config } = this;
    const narrowest = (key: NumericLimit, own: number): number => Math.min(own, limits[key] ?? own);
    return {
      maxPages: narrowest('maxPages', config.maxPages),
      maxOcrPages: narrowest('maxOcrPages', config.maxOcrPages),
      maxCharacters: narrowest('maxCharacters', config.maxCharacters),
      maxChildren: narrowest('maxChildren', config.maxChildren),
      maxChildBytes: narrowest('maxChildBytes', config.maxChildBytes),
      maxInflatedBytes: narrowest('maxInflatedBytes', config.maxInflatedBytes),
      maxEntries: narrowest('maxEntries', config.maxEntries),
      maxImagePixels: narrowest('maxImagePixels', config.maxImagePixels),
      maxPixels: narrowest('maxPixels', config.maxOcrPixels),
      ocr: limits.ocr ?? config.ocr,
      tesseractPath: config.tesseractPath,
      ...(config.ocrLanguages.length > 0 && { ocrLanguages: config.ocrLanguages }),
      ...(language !== undefined && { language }),
      deadline: Date.now() + wallMs,
    };
  }
}

type NumericLimit = Exclude<keyof LimitOverrides, 'ocr' | 'wallSeconds'>;

/** The bytes of a document that may be read here; null where it is too large or its format never is. Empty where the file is. */
async function smallBytes(source: DocumentSource, reader: FormatReader): Promise<Uint8Array | null> {
  const isCandidate = reader.isSafeInProcess !== undefined && reader.refine === undefined;
  if ('bytes' in source)
    return source.bytes.byteLength === 0 || (isCandidate && source.bytes.byteLength <= IN_PROCESS_BYTES)
      ? source.bytes
      : null;
  if (!isCandidate) return null;
  if ('stored' in source) {
    if (source.stored.sizeBytes > IN_PROCESS_BYTES) return null;
    const pieces: Uint8Array[] = [];
    for await (const piece of source.stored.content()) pieces.push(Uint8Array.from(piece));
    return Buffer.concat(pieces);
  }
  const file = await open(source.path, 'r');
  try {
    const { size } = await file.stat();
    return size <= IN_PROCESS_BYTES ? await file.readFile() : null;
  } finally {
    await file.close();
  }
}
