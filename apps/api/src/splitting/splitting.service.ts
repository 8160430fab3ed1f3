import { TenantDatabase } from '@app/database';
import { type JsonValue, newUuid, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import {
  BATCH_TYPE,
  type DocumentRecord,
  DocumentRuns,
  DocumentsService,
  FileParts,
  type StageOutcome,
  withParts,
} from '../documents/index.js';
import { TenantsService } from '../tenants/index.js';
import { batchResult, type BatchResult, type PartView } from './domain/batch-result.js';
import type { FoundParts } from './domain/find-parts.js';
import { type PageRange, rangeProblems } from './domain/page-ranges.js';
import { invalidParts, notReadYet, notSplittable } from './splitting.errors.js';

const ENGINE_VERSION = '1';
/** Files whose pages are papers; sheets and slides of office files belong together. */
const PAPERS: ReadonlySet<string> = new Set(['application/pdf', 'image/tiff']);

export interface NamedPart {
  readonly pages: PageRange;
  readonly type?: string | undefined;
}

interface KnownPart extends PartView {
  readonly id: string;
}

/** What becomes of a file with several documents: they are proposed, or it is split. */
export type Decision =
  | { readonly kind: 'proposed'; readonly parts: readonly PartView[] }
  | {
      readonly kind: 'split';
      readonly parts: readonly KnownPart[];
      readonly confidence: number;
      readonly isByPerson: boolean;
    };

/** Tells documents apart that stand behind each other in one file, and makes them documents of their own. */
@Injectable()
export class SplittingService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly documents: DocumentsService,
    private readonly runs: DocumentRuns,
    private readonly parts: FileParts,
    private readonly tenants: TenantsService,
  ) {}

  /** What is to be done with a file, before it is classified; null where it is one document. Its pages are looked at where they may be several. */
  async decide(document: DocumentRecord, findParts: () => Promise<FoundParts | null>): Promise<Decision | null> {
    if (document.pages !== null || !PAPERS.has(document.mediaType)) return null;
    const known = await this.parts.of(document.id);
    if (known.length > 0) return this.asBefore(document, known);
    if (!mayBeSeveral(document)) return null;
    const { splitting } = await this.tenants.settingsOf(document.tenantId);
    const found = splitting === 'off' ? null : await findParts();
    if (found === null) return null;
    const { parts, confidence, isCertain } = found;
    const mayBeSplit = splitting === 'automatic' && document.options.pipeline === 'full' && isCertain;
    if (!mayBeSplit || !(await this.parts.fit(document, parts.length))) return { kind: 'proposed', parts };
    return {
      kind: 'split',
      parts: parts.map((part) => ({ ...part, id: newUuid() })),
      confidence,
      isByPerson: false,
    };
  }

  /** The end of a file that is split: its parts are processed on their own, and nothing of it is left to be done. */
  outcomeOf(
    document: DocumentRecord,
    { parts, confidence, isByPerson }: Extract<Decision, { kind: 'split' }>,
    started: number,
  ): StageOutcome {
    const runId = newUuid();
    const views = parts.map(({ id, ...part }): PartView => ({ ...part, documentId: publicId('document', id) }));
    const result = batchResult(BATCH_TYPE, views, { runId: publicId('run', runId), confidence, isByPerson });
    return {
      stage: document.options.pipeline === 'classify' ? 'classified' : 'indexed',
      change: {
        industry: result.industry,
        type: result.type,
        split: 'split',
        extractRun: null,
        ...(document.receipt && { receipt: withParts(document.receipt, parts.length) }),
      },
      run: {
        id: runId,
        kind: 'classify',
        engine: 'local',
        engineVersion: ENGINE_VERSION,
        durationMs: performance.now() - started,
        result: result as unknown as JsonValue,
      },
      write: (tx) =>
        this.parts.create(
          tx,
          document,
          parts.map(({ id, pages }) => ({ id, pages })),
        ),
    };
  }

  /**
   * Splits a file as a person says, instead of what was split before; without parts it stays, or becomes again, whole.
   * Throws `not_found`, `document_not_ready`, `not_splittable`, `invalid_parts`.
   */
  async split(documentId: string, parts: readonly NamedPart[]): Promise<DocumentRecord> {
    const document = await this.documents.get(documentId);
    this.check(document, parts);
    if (parts.length === 0) return this.keepWhole(document);
    if (!(await this.parts.fit(document, parts.length)))
      throw notSplittable('So many documents cannot be taken out of this file.');
    return this.database.transaction((tx) =>
      this.documents.restart(tx, documentId, {
        from: 'classify',
        prepare: async (file) => {
          await this.parts.remove(tx, documentId);
          await this.parts.create(
            tx,
            file,
            parts.map((part) => ({ ...part, id: newUuid() })),
          );
          return { split: 'split' };
        },
      }),
    );
  }

  /** The file is one document: its parts go with their results, and it is processed whole. Throws `not_found`. */
  async unsplit(documentId: string): Promise<DocumentRecord> {
    return this.keepWhole(await this.documents.get(documentId));
  }

  private async keepWhole(document: DocumentRecord): Promise<DocumentRecord> {
    if (document.split !== 'split') return this.runs.alter(document.id, () => ({ change: { split: 'whole' } }));
    return this.database.transaction((tx) =>
      this.documents.restart(tx, document.id, {
        from: 'classify',
        prepare: async ({ receipt }) => {
          await this.parts.remove(tx, document.id);
          return { split: 'whole', ...(receipt && { receipt: withParts(receipt, 0) }) };
        },
      }),
    );
  }

  private check(document: DocumentRecord, parts: readonly NamedPart[]): void {
    if (document.pages !== null) throw notSplittable('It is a part itself: split the file that it stands in.');
    if (!PAPERS.has(document.mediaType)) throw notSplittable(`Files of type ${document.mediaType} are not split.`);
    if (document.readingId === null) throw notReadYet();
    const problems = rangeProblems(
      parts.map(({ pages }) => pages),
      document.receipt?.pages.total ?? 0,
    );
    if (problems.length > 0) throw invalidParts(problems);
  }

  /** A file that was split stays so when it is processed again. Who has split it stands in its classification. */
  private async asBefore(
    document: DocumentRecord,
    known: readonly DocumentRecord[],
  ): Promise<Extract<Decision, { kind: 'split' }>> {
    const run = document.runs.classify === null ? null : await this.documents.run(document.runs.classify);
    const before = run?.result as unknown as BatchResult | undefined;
    const said = before?.type === BATCH_TYPE && hasParts(before, known) ? before : null;
    return {
      kind: 'split',
      parts: known.map(({ id, pages }, index) => ({ pages: pages ?? [1, 1], ...said?.parts[index], id })),
      confidence: said?.confidence ?? 1,
      isByPerson: said?.origin.forced ?? true,
    };
  }
}

const hasParts = ({ parts }: BatchResult, known: readonly DocumentRecord[]): boolean =>
  parts.length === known.length && parts.every(({ documentId }, at) => documentId === idAt(known, at));

const idAt = (known: readonly DocumentRecord[], at: number): string | null => {
  const id = known[at]?.id;
  return id === undefined ? null : publicId('document', id);
};

/** Whoever names a type or a schema says that the file is one document. */
function mayBeSeveral({ mediaType, split, options, receipt }: DocumentRecord): boolean {
  const isNamed = options.type !== undefined || options.schemaId !== undefined;
  return PAPERS.has(mediaType) && (receipt?.pages.total ?? 0) > 1 && split !== 'whole' && !isNamed;
}
