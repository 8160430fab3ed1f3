import type { Transaction } from '@app/database';
import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Conversations, type MailPlace, type MailTraces } from '../conversations/index.js';
import { type DecidedMail, Dispatch, type TenantWays } from '../dispatch/index.js';
import type { DocumentRecord } from '../documents/index.js';
import { arrivalOf } from './domain/arrival.js';
import { adopted, type FirstResult, REUSED } from './domain/adopted.js';
import { decided, type DecidedResult, withCorrections } from './domain/decided.js';
import { LEVELS } from './domain/priority.js';
import type { Triage, TriageResult } from './domain/triage-model.js';
import { FirstResults } from './first-results.service.js';
import type { MailLook } from './triage-mail.js';

/** A result with all that depends on what else the tenant has, and has said. */
export type SettledResult = DecidedResult & Pick<Triage, 'threadId' | 'duplicateOf' | 'duplicate'>;

export interface InWays {
  readonly ways: TenantWays;
}

/** What becomes of a look at an e-mail among the tenant's others, in the transaction that makes it the document's result. */
@Injectable()
export class Settling {
  constructor(
    private readonly conversations: Conversations,
    private readonly firsts: FirstResults,
    private readonly dispatch: Dispatch,
  ) {}

  /** Whether there is a first mail that says the same, whose result this one will take over. */
  async isKnown(document: DocumentRecord, traces: MailTraces): Promise<boolean> {
    const duplicate = await this.conversations.likeOf(document, traces);
    return duplicate !== null && (await this.firsts.of(duplicate)) !== null;
  }

  /** Looked up before the transaction: a second connection is not to be waited for in it. */
  ways(): Promise<TenantWays> {
    return this.dispatch.ways();
  }

  async settled(tx: Transaction, document: DocumentRecord, look: MailLook & InWays): Promise<SettledResult> {
    const place = await this.conversations.place(tx, document, look.traces);
    const first = await this.firsts.of(place.duplicate, tx);
    const result = adopted(look.result, first);
    const decision = this.dispatch.decide(caseOf(document, look, result, place), look.ways, LEVELS);
    // Nobody corrects what was not there before.
    const corrected = document.runs.triage === null ? {} : await this.dispatch.standing(tx, document.id);
    const settled = { ...withCorrections(decided(result, decision), corrected), ...standing(place, first) };
    await this.conversations.settle(tx, document, look.traces, place, settled);
    return settled;
  }
}

const caseOf = (document: DocumentRecord, { seen }: MailLook, result: TriageResult, place: MailPlace): DecidedMail => ({
  subject: document.email?.subject ?? '',
  body: seen.own,
  from: seen.from,
  headers: seen.headers,
  attachments: seen.attachments,
  language: result.language.code,
  category: result.category.name,
  type: result.type.name,
  score: result.priority.score,
  features: seen.features,
  arrived: arrivalOf(document),
  unanswered: place.unanswered,
});

/** Where a mail stands, as results tell it. */
function standing({ threadId, duplicate }: MailPlace, first: FirstResult | null) {
  const at = { threadId: publicId('thread', threadId) };
  if (duplicate === null) return { ...at, duplicateOf: null, duplicate: null };
  const { kind, similarity } = duplicate;
  const of = publicId('document', duplicate.of);
  return {
    ...at,
    duplicateOf: of,
    duplicate: { of, kind, similarity, reused: first === null ? [] : REUSED[first.kind] },
  };
}
