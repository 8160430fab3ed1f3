import { TenantDatabase, type Transaction } from '@app/database';
import { type JsonObject, notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { lockAgainstErasing, lockErasing } from './data/catalogue.repository.js';
import { HoldsRepository } from './data/holds.repository.js';
import { SubjectRowsRepository } from './data/subject-rows.repository.js';
import type { Hold, HoldTarget } from './domain/hold.js';
import { needlesOf } from './domain/subject.js';
import { legalHold } from './lifecycle.errors.js';
import { SubjectLooks } from './subject-looks.service.js';
import { SubjectSeal } from './subject-seal.js';

/** What a hold is asked for; exactly one of these. */
export interface WantedHold {
  readonly reason: string;
  readonly documentId?: string;
  readonly identifiers?: readonly string[];
  readonly type?: string;
  readonly metadata?: JsonObject;
}

export const holdContext = (tenantId: string, id: string): string => `${tenantId}/legal_holds/subject/${id}`;

/**
 * Legal holds. Whoever erases asks within the transaction of the erasure, under a lock that a new hold waits for: a hold that was
 * answered for holds against everything that had not been erased by then.
 */
@Injectable()
export class Holds {
  constructor(
    private readonly database: TenantDatabase,
    private readonly holds: HoldsRepository,
    private readonly rows: SubjectRowsRepository,
    private readonly looks: SubjectLooks,
    private readonly seal: SubjectSeal,
  ) {}

  /** Throws `not_found` for a document that is not there, `subject_too_short`. */
  async set(wanted: WantedHold): Promise<Hold> {
    const { tenantId } = tenantContext();
    const id = this.holds.newId();
    const target = this.targetOf(wanted, tenantId, id);
    return this.database.transaction(async (tx) => {
      await lockAgainstErasing(tx, tenantId);
      if (target.documentId !== null && !(await this.holds.isDocument(tx, target.documentId))) throw notFound();
      return this.holds.insert(tx, id, wanted.reason, target);
    });
  }

  async get(id: string): Promise<Hold> {
    const hold = await this.holds.find(id);
    if (!hold) throw notFound();
    return hold;
  }

  list(limit: number, before: string | null): Promise<Hold[]> {
    return this.holds.list(limit, before);
  }

  /** Ends a hold. Throws `not_found` where it does not stand. */
  async release(id: string): Promise<void> {
    if (!(await this.holds.release(id))) throw notFound();
  }

  /** The holds on documents of these, or on what they lie in or what lies in them, by document. Nothing new is held within `tx`. */
  async on(tx: Transaction, documentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    await lockErasing(tx, tenantContext().tenantId);
    if (documentIds.length === 0 || !(await this.holds.anyStanding(tx))) return new Map();
    const held = await this.holds.held(tx, documentIds);
    const subjects = await this.subjects(tx);
    if (subjects.length === 0) return held;
    const trees = await this.holds.trees(tx, documentIds);
    const ids = [...new Set(trees.map(({ id }) => id))];
    const found = await this.looks.find(
      await this.rows.textsOfDocuments(tx, ids),
      subjects.map(({ needles }) => needles),
    );
    const holdOf = new Map(ids.map((id, index) => [id, subjects[found[index]?.[0] ?? -1]?.id]));
    for (const { start, id } of trees) {
      const hold = holdOf.get(id);
      if (hold !== undefined && !held.has(start)) held.set(start, hold);
    }
    return held;
  }

  /** Throws `legal_hold` where one stands on one of the documents. */
  async refuse(tx: Transaction, documentIds: readonly string[]): Promise<void> {
    const [first] = (await this.on(tx, documentIds)).values();
    if (first !== undefined) throw legalHold(first);
  }

  /** Standing holds on subjects, as they are looked for. */
  private async subjects(tx: Transaction): Promise<{ readonly id: string; readonly needles: readonly string[] }[]> {
    const { tenantId } = tenantContext();
    return (await this.holds.ofSubjects(tx)).flatMap(({ id, subject }) =>
      subject === null ? [] : [{ id, needles: needlesOf(this.seal.open(subject, holdContext(tenantId, id))) }],
    );
  }

  /** The rows that no hold on a subject keeps. */
  async free<R extends { readonly text: string }>(tx: Transaction, rows: readonly R[]): Promise<R[]> {
    await lockErasing(tx, tenantContext().tenantId);
    const subjects = await this.subjects(tx);
    if (subjects.length === 0) return [...rows];
    const found = await this.looks.find(
      rows.map(({ text }) => text),
      subjects.map(({ needles }) => needles),
    );
    return rows.filter((_, index) => found[index]?.length === 0);
  }

  private targetOf({ documentId, identifiers, type, metadata }: WantedHold, tenantId: string, id: string): HoldTarget {
    // Refused now, not when something is to be erased.
    if (identifiers !== undefined) needlesOf(identifiers);
    return {
      documentId: documentId ?? null,
      subject: identifiers === undefined ? null : this.seal.seal(identifiers, holdContext(tenantId, id)),
      subjectHash: identifiers === undefined ? null : this.seal.hash(tenantId, identifiers),
      type: type ?? null,
      metadata: metadata ?? null,
    };
  }
}
