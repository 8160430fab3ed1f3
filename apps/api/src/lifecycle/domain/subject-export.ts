import { AppError } from '@app/kernel';
import { TABLE_RULES } from './table-rules.js';

/** `expired`: its time was over; `withdrawn`: something that it holds was erased. Of both the file is gone, or is about to go. */
export const EXPORT_STATES = ['queued', 'running', 'succeeded', 'failed', 'expired', 'withdrawn', 'deleted'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** What an export holds; of a preview, what it would. */
export interface ExportCounts {
  readonly documents: number;
  /** Originals; a content that several documents have is there once. */
  readonly files: number;
  /** Bytes of the originals. */
  readonly fileBytes: number;
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Documents that nothing could be read in: their bytes were not looked through. */
  readonly unread: number;
  /** Originals whose bytes are missing. */
  readonly missing: number;
}

export const NO_COUNTS: ExportCounts = { documents: 0, files: 0, fileBytes: 0, rows: {}, unread: 0, missing: 0 };

export interface SubjectExport {
  readonly id: string;
  readonly state: ExportState;
  readonly preview: boolean;
  /** Sealed; null once nobody needs to know it any more. */
  readonly subject: string | null;
  readonly subjectHash: string;
  readonly counts: ExportCounts;
  readonly errorCode: string | null;
  /** Of the archive; null where there is none. */
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** Cached values are copies, for hours, of answers about documents that are in the export. */
const CACHE = 'cache_entries';

/** Tables of tenants that no subject is looked for in, and what they hold. */
export const notLookedThrough = (): { readonly where: string; readonly why: string }[] =>
  Object.entries(TABLE_RULES).flatMap(([where, { kept, onErasure }]) =>
    onErasure === 'nothing' || where === CACHE ? [{ where, why: kept }] : [],
  );

const DETAILS: Readonly<Record<string, string>> = {
  export_too_large:
    'The originals are larger than LIFECYCLE_EXPORT_MAX_BYTES. Ask with fewer identifiers, or have the limit raised.',
  documents_under_way: 'Documents that came before were still being read.',
};

/** What an export that failed is told of. */
export const exportProblem = (code: string): { readonly code: string; readonly detail: string } => ({
  code,
  detail: DETAILS[code] ?? 'The export could not be made. Ask for it again.',
});

export const exportTooLarge = (): AppError =>
  new AppError('export_too_large', 'too_large', { detail: exportProblem('export_too_large').detail });
