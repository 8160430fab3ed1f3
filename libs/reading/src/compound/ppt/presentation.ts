import { readingError } from '../../reading.errors.js';
import { ByteView } from '../byte-view.js';
import type { CompoundFile } from '../compound-file.js';
import { type ArtRecord, artRecords } from '../office-art/records.js';

/** Numbers of records ([MS-PPT] 2.13.24). */
export const DOCUMENT = 0x03e8;
export const SLIDE = 0x03ee;
export const NOTES = 0x03f0;
export const MAIN_MASTER = 0x03f8;
const USER_EDIT = 0x0ff5;
const PERSIST_DIRECTORY = 0x1772;
const CRYPT_SESSION = 0x2f14;

/** 2.3.2: what the stream of the current user says of an encrypted file. */
const ENCRYPTED_TOKEN = 0xf3d1c4df;
/** Edits that are kept in a file that was saved in a hurry; each leads to the one before. */
const MAX_EDITS = 10_000;

/** A presentation as records by number: what was saved last is what there is (2.1.2). */
export class Presentation {
  private readonly places = new Map<number, number>();
  readonly document: ArtRecord;

  private constructor(
    readonly stream: ByteView,
    lastEdit: number,
  ) {
    const document = this.readEdits(lastEdit) ?? lastOf(stream, DOCUMENT);
    if (document === null) throw readingError('corrupt_document');
    this.document = document;
  }

  /** Throws `encrypted_document`, `corrupt_document`. */
  static open(file: CompoundFile): Presentation {
    // PowerPoint 97 writes files that PowerPoint 95 can read too.
    const folder = file.entry('PowerPoint Document') === null ? 'PP97_DUALSTORAGE/' : '';
    const stream = new ByteView(file.stream(`${folder}PowerPoint Document`) ?? new Uint8Array());
    const user = new ByteView(file.stream(`${folder}Current User`) ?? file.stream('Current User') ?? new Uint8Array());
    if (user.u32(12) === ENCRYPTED_TOKEN || lastOf(stream, CRYPT_SESSION) !== null)
      throw readingError('encrypted_document');
    return new Presentation(stream, user.u32(16));
  }

  /** A record by its number in the file. */
  persisted(id: number): ArtRecord | null {
    const place = this.places.get(id);
    return place === undefined ? null : recordAt(this.stream, place);
  }

  /** All records of a type, for files whose list of slides is lost. */
  *all(type: number): Generator<ArtRecord, void> {
    for (const record of artRecords(this.stream)) if (record.type === type) yield record;
  }

  /** Reads the directories of all edits from the last one back; answers the document that the last one names. */
  private readEdits(lastEdit: number): ArtRecord | null {
    const edits = [...this.editsFrom(lastEdit)];
    for (const edit of edits) this.readDirectory(edit.u32(12));
    const found = this.persisted(edits[0]?.u32(16) ?? -1);
    return found?.type === DOCUMENT ? found : null;
  }

  /** 2.3.3: each edit names the one before, which stands before it. Files whose last edit is lost have others. */
  private *editsFrom(lastEdit: number): Generator<ByteView, void> {
    const last = recordAt(this.stream, lastEdit)?.type === USER_EDIT ? lastEdit : lastOf(this.stream, USER_EDIT)?.at;
    let at = last ?? 0;
    for (let edits = 0; edits < MAX_EDITS; edits++) {
      const edit = recordAt(this.stream, at);
      if (edit?.type !== USER_EDIT) return;
      yield edit.body;
      const previous = edit.body.u32(8);
      if (previous === 0 || previous >= at) return;
      at = previous;
    }
  }

  /** 2.3.4: runs of numbers, each with the places of its records. Later edits come first, and win. */
  private readDirectory(place: number): void {
    const directory = recordAt(this.stream, place);
    if (directory?.type !== PERSIST_DIRECTORY) return;
    const { body } = directory;
    for (let at = 0; at + 4 <= body.length;) {
      const first = body.u32(at) & 0xfffff;
      const count = body.u32(at) >>> 20;
      for (let index = 0; index < count && at + 8 + index * 4 <= body.length; index++)
        if (!this.places.has(first + index)) this.places.set(first + index, body.u32(at + 4 + index * 4));
      at += 4 + count * 4;
    }
  }
}

function recordAt(stream: ByteView, place: number): ArtRecord | null {
  for (const record of artRecords(stream.part(place))) return { ...record, at: place };
  return null;
}

function lastOf(stream: ByteView, type: number): ArtRecord | null {
  let last: ArtRecord | null = null;
  for (const record of artRecords(stream)) if (record.type === type) last = record;
  return last;
}

/** The children of a container. */
export const childrenOf = (record: ArtRecord): ArtRecord[] => [...artRecords(record.body)];

/** The first child of a type. */
export function childOf(record: ArtRecord, type: number, instance?: number): ArtRecord | null {
  for (const child of artRecords(record.body))
    if (child.type === type && (instance === undefined || child.instance === instance)) return child;
  return null;
}
