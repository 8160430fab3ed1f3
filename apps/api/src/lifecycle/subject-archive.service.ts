import { isAppError, type JsonObject, type JsonValue, publicId } from '@app/kernel';
import { ObjectStore, type StoredContent, type ZipMember } from '@app/storage';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { ArchiveIndex, DOCUMENTS_AT_ONCE, textPath } from './archive-index.service.js';
import { type ExportedDocument, SubjectRecordsRepository } from './data/subject-records.repository.js';
import type { ArchiveTask, Packed } from './domain/archive.js';
import { isPackedType, jsonWithList, memberName, pagesOf } from './domain/archive-format.js';
import { TABLE_RULES } from './domain/table-rules.js';
import { SubjectFinder } from './subject-finder.service.js';

/** Packs all that is held on a subject, page by page: never more of it is in memory than a page of rows and a piece of a file. */
@Injectable()
export class SubjectArchive {
  constructor(
    private readonly finder: SubjectFinder,
    private readonly records: SubjectRecordsRepository,
    private readonly store: ObjectStore,
    private readonly index: ArchiveIndex,
  ) {}

  /** The files of the archive; `packed` tells of those that were taken. */
  async *members(task: ArchiveTask, packed: Packed): AsyncGenerator<ZipMember> {
    for (const table of await this.records.tablesOfDocuments())
      yield* this.table(`documents/${table}.json`, table, packed, this.rowsOfDocuments(table, task));
    const beside = [...(await this.finder.tablesBeside()), ...(await this.finder.tablesStaying())];
    for (const table of beside)
      yield* this.table(`records/${table}.json`, table, packed, this.rowsBeside(table, task, packed));
    yield* this.files(task, packed);
    yield { path: 'index.json', content: this.index.write(task, packed), modifiedAt: task.builtAt };
  }

  /** A table with no rows is left out. */
  private async *table(
    path: string,
    table: string,
    packed: Packed,
    rows: AsyncGenerator<JsonObject>,
  ): AsyncGenerator<ZipMember> {
    const first = await rows.next();
    if (first.done === true) return;
    const entry = { table, path, rows: 0 };
    packed.tables.push(entry);
    async function* counted(row: JsonObject): AsyncGenerator<JsonValue> {
      entry.rows++;
      yield row;
      for await (const next of rows) {
        entry.rows++;
        yield next;
      }
    }
    const head = { table, kept: TABLE_RULES[table]?.kept ?? '' };
    yield { path, content: jsonWithList(head, 'rows', counted(first.value)) };
  }

  private async *rowsOfDocuments(table: string, task: ArchiveTask): AsyncGenerator<JsonObject> {
    for (const ids of pagesOf(task.documentIds, DOCUMENTS_AT_ONCE)) {
      task.signal.throwIfAborted();
      yield* await this.records.ofDocuments(table, ids);
    }
  }

  private async *rowsBeside(table: string, task: ArchiveTask, packed: Packed): AsyncGenerator<JsonObject> {
    const documents = new Set(task.documentIds);
    for await (const { rows } of this.finder.rowsIn(table, task.needles)) {
      task.signal.throwIfAborted();
      const keys = rows.map(({ key }) => key);
      packed.keys.set(table, [...(packed.keys.get(table) ?? []), ...keys]);
      const found = await this.records.byKeys(table, keys);
      // Of a document that is here, it stands with the document.
      for (const row of found) if (!documents.has(textIn(row['document_id']))) yield row;
    }
  }

  private async *files(task: ArchiveTask, packed: Packed): AsyncGenerator<ZipMember> {
    for (const ids of pagesOf(task.documentIds, DOCUMENTS_AT_ONCE))
      for (const document of await this.records.documents(ids)) {
        task.signal.throwIfAborted();
        yield* this.original(document, packed);
        yield* this.text(document, packed);
      }
  }

  private async *original(document: ExportedDocument, packed: Packed): AsyncGenerator<ZipMember> {
    const { id, sha256, filename, media_type: mediaType, created_at: modifiedAt } = document;
    if (packed.originals.has(sha256)) return;
    const stored = await this.stored(sha256);
    if (stored === null) {
      packed.missing.push(id);
      return;
    }
    const path = `originals/${publicId('document', id)}/${memberName(filename)}`;
    packed.originals.set(sha256, path);
    yield { path, content: stored.content(), isPacked: isPackedType(mediaType), modifiedAt };
  }

  /** Null where the bytes are missing: what else there is must be handed out all the same. */
  private async stored(sha256: string): Promise<StoredContent | null> {
    try {
      return await this.store.content(tenantContext().tenantId, sha256);
    } catch (error) {
      if (isAppError(error) && error.code === 'stored_file_missing') return null;
      throw error;
    }
  }

  private async *text({ id, created_at: modifiedAt }: ExportedDocument, packed: Packed): AsyncGenerator<ZipMember> {
    const text = await this.records.text(id);
    if (text === null || text === '') return;
    packed.texts.add(id);
    yield { path: textPath(id), content: once(text), modifiedAt };
  }
}

const textIn = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
