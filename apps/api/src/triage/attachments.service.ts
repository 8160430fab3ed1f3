import type { Transaction } from '@app/database';
import { type JsonValue, newUuid, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Dispatch, type TenantWays } from '../dispatch/index.js';
import { type DocumentRecord, DocumentRuns, type RunDraft } from '../documents/index.js';
import { arrivalOf } from './domain/arrival.js';
import { type AttachedDocument, EVIDENT_FIELDS, markOf, unseenMark, withAttachments } from './domain/attached.js';
import { AGENT } from './domain/triage-engine.js';
import type { AttachmentMark, Triage } from './domain/triage-model.js';

interface Fields {
  readonly fields?: readonly { readonly name: string; readonly value: unknown; readonly raw?: string | null }[];
}

/** A new run for a mail's triage, in the transaction that ends its parts; null where they say nothing new. */
export type Renewal = (
  tx: Transaction,
  mail: DocumentRecord,
  parts: readonly DocumentRecord[],
) => Promise<RunDraft | null>;

/** More attachments than these are not asked what they say of their mail; they are named as not looked at. */
const MOST = 20;
/** More than these are counted by the receipt only. */
const MOST_NAMED = 100;

/** What the documents that came with an e-mail change in its triage, once they are understood. */
@Injectable()
export class TriageAttachments {
  constructor(
    private readonly runs: DocumentRuns,
    private readonly dispatch: Dispatch,
  ) {}

  /** To be called before that transaction: what the tenant has said is not looked up within it. */
  async renewal({ runs, receipt }: DocumentRecord): Promise<Renewal> {
    const isAlone = runs.triage === null || !(receipt?.children.found || receipt?.children.skipped.length);
    if (isAlone) return () => Promise.resolve(null);
    const ways = await this.dispatch.ways();
    return (tx, mail, parts) => this.renewed(tx, { mail, parts }, ways);
  }

  private async renewed(
    tx: Transaction,
    { mail, parts }: { readonly mail: DocumentRecord; readonly parts: readonly DocumentRecord[] },
    ways: TenantWays,
  ): Promise<RunDraft | null> {
    if (mail.runs.triage === null) return null;
    const started = performance.now();
    const marks = await this.marks(tx, mail, parts);
    const { result } = await this.runs.get(mail.runs.triage, tx);
    const triage = withAttachments(result as unknown as Triage, marks);
    if (triage === null) return null;
    const id = newUuid();
    const renewed = {
      ...triage,
      ...this.again(mail, triage, ways),
      origin: { ...triage.origin, runId: publicId('run', id) },
    };
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

  /** Whom it is for, and until when, by its category and level as they are now. */
  private again(mail: DocumentRecord, triage: Triage, ways: TenantWays): Pick<Triage, 'routing' | 'service'> {
    const { category, type, priority, routing: before } = triage;
    const { routing, service } = this.dispatch.again(
      { category: category.name, type: type.name, level: priority.level, arrived: arrivalOf(mail), routing: before },
      ways,
    );
    return { routing, service: service && { ...service, dueAt: service.dueAt.toISOString() } };
  }

  private async marks(
    tx: Transaction,
    mail: DocumentRecord,
    parts: readonly DocumentRecord[],
  ): Promise<AttachmentMark[]> {
    const sent = arrivalOf(mail);
    const marks: AttachmentMark[] = [];
    for (const part of parts.slice(0, MOST)) marks.push(markOf(await this.attached(tx, part), sent));
    const unseen = parts.slice(MOST, MOST_NAMED).map((part) => unseenMark(knownOf(part)));
    const known = new Set(parts.map(({ filename }) => filename));
    const skipped = mail.receipt?.children.skipped.slice(0, MOST) ?? [];
    const refused = skipped.filter(({ name }) => !known.has(name));
    return [...marks, ...unseen, ...refused.map(({ name, reason }) => markOf(refusedFile(name, reason), sent))];
  }

  private async attached(tx: Transaction, part: DocumentRecord): Promise<AttachedDocument> {
    const known = knownOf(part);
    const names = EVIDENT_FIELDS[part.type ?? ''];
    if (names === undefined || part.runs.extract === null) return known;
    const { fields = [] } = (await this.runs.get(part.runs.extract, tx)).result as Fields;
    const found = names.flatMap((name) => fields.find((field) => field.name === name && field.value !== null) ?? []);
    const due = found.find(({ name }) => name === 'dueDate')?.value;
    const [first] = found;
    const dueDate = typeof due === 'string' ? due : null;
    return { ...known, dueDate, quote: first?.raw ?? (typeof first?.value === 'string' ? first.value : null) };
  }
}

const knownOf = ({ id, type, filename, error, status }: DocumentRecord): AttachedDocument => ({
  documentId: publicId('document', id),
  filename,
  type,
  dueDate: null,
  quote: null,
  refused: error?.code ?? (status === 'cancelled' ? status : null),
});

const refusedFile = (filename: string, refused: string): AttachedDocument => ({
  documentId: '',
  filename,
  type: null,
  dueDate: null,
  quote: null,
  refused,
});
