import type { Transaction } from '@app/database';
import { type JsonValue, newUuid, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentRuns, type RunDraft } from '../documents/index.js';
import { type AttachedDocument, markOf, withAttachments } from './domain/attached.js';
import { AGENT } from './domain/triage-engine.js';
import type { AttachmentMark, Triage } from './domain/triage-model.js';

interface Fields {
  readonly fields?: readonly { readonly name: string; readonly value: unknown; readonly raw?: string | null }[];
}

/** More attachments than these are not asked what they say of their mail. */
const MOST = 20;
const WITH_DUE_DATE: ReadonlySet<string | null> = new Set(['invoice', 'payment_reminder']);

/** What the documents that came with an e-mail change in its triage, once they are understood. */
@Injectable()
export class TriageAttachments {
  constructor(private readonly runs: DocumentRuns) {}

  /** A new run for the mail's triage, in the transaction that ends its parts; null where they say nothing new. */
  async renewed(tx: Transaction, mail: DocumentRecord, parts: readonly DocumentRecord[]): Promise<RunDraft | null> {
    if (mail.runs.triage === null || (parts.length === 0 && !mail.receipt?.children.skipped.length)) return null;
    const started = performance.now();
    const marks = await this.marks(tx, mail, parts);
    const { result } = await this.runs.get(mail.runs.triage, tx);
    const triage = withAttachments(result as unknown as Triage, marks);
    if (triage === null) return null;
    const id = newUuid();
    const renewed = { ...triage, origin: { ...triage.origin, runId: publicId('run', id) } };
    return {
      id,
      kind: 'triage',
      engine: 'local',
      engineVersion: AGENT,
      durationMs: performance.now() - started,
      // Readonly interfaces have no index signature; every value in it is JSON.
      result: renewed as unknown as JsonValue,
    };
  }

  private async marks(
    tx: Transaction,
    mail: DocumentRecord,
    parts: readonly DocumentRecord[],
  ): Promise<AttachmentMark[]> {
    const sent = new Date(mail.email?.date ?? mail.createdAt);
    const marks: AttachmentMark[] = [];
    for (const part of parts.slice(0, MOST)) marks.push(markOf(await this.attached(tx, part), sent));
    const known = new Set(marks.map(({ filename }) => filename));
    const skipped = mail.receipt?.children.skipped.slice(0, MOST) ?? [];
    const refused = skipped.filter(({ name }) => !known.has(name));
    return [...marks, ...refused.map(({ name, reason }) => markOf(refusedFile(name, reason), sent))];
  }

  private async attached(tx: Transaction, part: DocumentRecord): Promise<AttachedDocument> {
    const { type, runs, filename, error } = part;
    const known = { documentId: publicId('document', part.id), filename, type, refused: error?.code ?? null };
    if (!WITH_DUE_DATE.has(type) || runs.extract === null) return { ...known, dueDate: null, quote: null };
    const { fields = [] } = (await this.runs.get(runs.extract, tx)).result as Fields;
    const due = fields.find(({ name }) => name === 'dueDate');
    const dueDate = typeof due?.value === 'string' ? due.value : null;
    return { ...known, dueDate, quote: due?.raw ?? dueDate };
  }
}

const refusedFile = (filename: string, refused: string): AttachedDocument => ({
  documentId: '',
  filename,
  type: null,
  dueDate: null,
  quote: null,
  refused,
});
