import { TenantDatabase } from '@app/database';
import { notFound, requirePublicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type DocumentRecord, DocumentRuns, DocumentsService } from '../documents/index.js';
import { GoldenSetsRepository } from './data/golden-sets.repository.js';
import type { GoldenDocument, GoldenSet } from './domain/golden-set.js';
import type { FoundField } from './domain/score.js';
import { formProblems } from './domain/truth-forms.js';
import { confirmedFields, type Truth, type truthInput } from './domain/truth.js';
import { invalidTruth, MOST_DOCUMENTS, noTruth, notYetRead, setFull } from './golden.errors.js';

/** Sets of documents whose right values are known. */
@Injectable()
export class GoldenSetsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sets: GoldenSetsRepository,
    private readonly documents: DocumentsService,
    private readonly runs: DocumentRuns,
  ) {}

  async create(set: Pick<GoldenSet, 'name' | 'description'>): Promise<GoldenSet> {
    return this.get(await this.sets.insert(set));
  }

  list(limit: number, before: string | null): Promise<GoldenSet[]> {
    return this.sets.list(limit, before);
  }

  async get(id: string): Promise<GoldenSet> {
    const set = await this.sets.find(id);
    if (!set) throw notFound();
    return set;
  }

  /** With its evaluations; the documents themselves stay. Throws `not_found`. */
  async delete(id: string): Promise<void> {
    if (!(await this.sets.delete(id))) throw notFound();
  }

  async contents(id: string, limit: number, after: string | null): Promise<GoldenDocument[]> {
    await this.get(id);
    return this.sets.documents(id, limit, after);
  }

  /**
   * Adds a document, or replaces what is right for it: what is given, and where nothing is given what a person has confirmed.
   * Throws `not_found`, `not_yet_read`, `no_truth`, `invalid_truth`, `golden_set_full`.
   */
  async put(id: string, { documentId, ...given }: z.output<typeof truthInput>): Promise<GoldenDocument> {
    await this.get(id);
    const document = await this.documents.get(requirePublicId('document', documentId));
    if (document.readingId === null) throw notYetRead();
    const found = await this.foundIn(document);
    const truth: Truth = {
      type: given.type ?? (await this.confirmedType(document)),
      fields: given.fields ?? confirmedFields(found),
    };
    if (truth.type === null && Object.keys(truth.fields).length === 0) throw noTruth();
    const problems = formProblems(truth.fields, found);
    if (problems.length > 0) throw invalidTruth(problems);
    return this.database.transaction(async (tx) => {
      if (!(await this.sets.lock(tx, id))) throw notFound();
      const added = await this.sets.put(tx, id, document.id, truth);
      if ((await this.sets.count(tx, id)) > MOST_DOCUMENTS) throw setFull();
      return added;
    });
  }

  /** Throws `not_found`, also where the document is not in the set. */
  async remove(id: string, documentId: string): Promise<void> {
    if (!(await this.sets.remove(id, documentId))) throw notFound();
  }

  private async foundIn({ runs }: DocumentRecord): Promise<readonly FoundField[]> {
    if (runs.extract === null) return [];
    const { result } = await this.runs.get(runs.extract);
    return (result as { readonly fields?: readonly FoundField[] } | null)?.fields ?? [];
  }

  private async confirmedType({ runs }: DocumentRecord): Promise<string | null> {
    if (runs.classify === null) return null;
    const result = (await this.runs.get(runs.classify)).result as {
      readonly type: string;
      readonly origin?: { readonly engine?: string };
    } | null;
    return result?.origin?.engine === 'person' ? result.type : null;
  }
}
