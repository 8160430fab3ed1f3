import { TenantDatabase } from '@app/database';
import { type JsonObject, type JsonValue, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type Asked, type ExportedDocument, SubjectRecordsRepository } from './data/subject-records.repository.js';
import { SubjectRowsRepository } from './data/subject-rows.repository.js';
import type { ArchiveTask, Packed } from './domain/archive.js';
import { jsonWithList, pagesOf } from './domain/archive-format.js';
import { daysFor } from './domain/retention-rules.js';
import { needlesOf } from './domain/subject.js';
import { notLookedThrough } from './domain/subject-export.js';
import { TABLE_RULES } from './domain/table-rules.js';
import { SubjectLooks } from './subject-looks.service.js';

export const DOCUMENTS_AT_ONCE = 10;
const DAY_MS = 24 * 60 * 60 * 1_000;
const FORMAT = 'dossier.subject-export';
const VERSION = 1;
const NOTE =
  'Holds whole documents: they may name other persons. Look through it, and take out what is not for the person, before it is handed out.';

/** The table of contents: what is in an archive, why, since when, how long it is kept, and who was shown it. */
@Injectable()
export class ArchiveIndex {
  constructor(
    private readonly database: TenantDatabase,
    private readonly rows: SubjectRowsRepository,
    private readonly records: SubjectRecordsRepository,
    private readonly looks: SubjectLooks,
  ) {}

  /** After all else is packed: it tells what has become of it. */
  async *write(task: ArchiveTask, packed: Packed): AsyncGenerator<Uint8Array> {
    const head = {
      format: FORMAT,
      version: VERSION,
      id: publicId('subjectExport', task.id),
      requestedAt: task.createdAt.toISOString(),
      builtAt: task.builtAt.toISOString(),
      note: NOTE,
      identifiers: [...task.identifiers],
      tables: packed.tables.map(({ table, path, rows }) => ({
        table,
        path,
        rows,
        kept: TABLE_RULES[table]?.kept ?? '',
      })),
      recipients: await this.recipients(task.documentIds),
      notLookedThrough: { documentsWithoutText: task.unread, tables: notLookedThrough() },
      missingOriginals: packed.missing.map((id) => publicId('document', id)),
    };
    yield* jsonWithList(head, 'documents', this.documents(task, packed));
  }

  /** Providers whose models were asked about the documents: what of them was sent, the policy of the tenant says. */
  private async recipients(documentIds: readonly string[]): Promise<JsonObject[]> {
    const sums = new Map<string, Asked>();
    for (const ids of pagesOf(documentIds, 1_000))
      for (const asked of await this.records.asked(ids)) {
        const name = JSON.stringify([asked.provider, asked.model, asked.purpose]);
        sums.set(name, added(sums.get(name), asked));
      }
    return [...sums.values()].map(({ provider, model, purpose, calls, first_at, last_at }) => ({
      provider,
      model,
      purpose,
      calls,
      firstAt: first_at.toISOString(),
      lastAt: last_at.toISOString(),
    }));
  }

  private async *documents(task: ArchiveTask, packed: Packed): AsyncGenerator<JsonValue> {
    const subjects = task.identifiers.map((identifier) => needlesOf([identifier]));
    for (const ids of pagesOf(task.documentIds, DOCUMENTS_AT_ONCE)) {
      const parts = await this.database.transaction((tx) => this.rows.partsOfDocuments(tx, ids));
      const found = await this.looks.find(
        parts.map(({ text }) => text),
        subjects,
      );
      const matches = new Map<string, { table: string; identifiers: number[] }[]>();
      for (const [index, { id, table }] of parts.entries()) {
        const identifiers = [...(found[index] ?? [])];
        if (identifiers.length > 0) matches.set(id, [...(matches.get(id) ?? []), { table, identifiers }]);
      }
      for (const document of await this.records.documents(ids))
        yield this.entry(task, packed, document, matches.get(document.id) ?? []);
    }
  }

  private entry(
    { rules }: ArchiveTask,
    packed: Packed,
    document: ExportedDocument,
    matches: { table: string; identifiers: number[] }[],
  ): JsonValue {
    const days = daysFor(rules, document.root_type);
    return {
      id: publicId('document', document.id),
      filename: document.filename,
      mediaType: document.media_type,
      sizeBytes: Number(document.size_bytes),
      sha256: document.sha256,
      type: document.type,
      original: packed.originals.get(document.sha256) ?? null,
      text: packed.texts.has(document.id) ? textPath(document.id) : null,
      partOf: document.parent_id === null ? null : publicId('document', document.parent_id),
      source: document.parent_id === null ? 'upload' : 'file-in-file',
      uploadedBy: document.created_by === null ? null : publicId('user', document.created_by),
      receivedAt: document.created_at.toISOString(),
      keptUntil: days === null ? null : new Date(document.root_created_at.getTime() + days * DAY_MS).toISOString(),
      // None: it lies in the same file as one that names the person.
      matches,
    };
  }
}

export const textPath = (documentId: string): string => `texts/${publicId('document', documentId)}.txt`;

const added = (before: Asked | undefined, asked: Asked): Asked =>
  before === undefined
    ? asked
    : {
        ...asked,
        calls: before.calls + asked.calls,
        first_at: before.first_at < asked.first_at ? before.first_at : asked.first_at,
        last_at: before.last_at > asked.last_at ? before.last_at : asked.last_at,
      };
