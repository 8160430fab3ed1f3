import type { Transaction } from '@app/database';
import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Conversations, type MailPlace, type MailTraces } from '../conversations/index.js';
import type { DocumentRecord } from '../documents/index.js';
import { adopted, type FirstResult, REUSED } from './domain/adopted.js';
import type { Triage, TriageResult } from './domain/triage-model.js';
import { FirstResults } from './first-results.service.js';
import type { MailLook } from './triage-mail.js';

/** A result with all that depends on what else the tenant has. */
export type SettledResult = TriageResult & Pick<Triage, 'threadId' | 'duplicateOf' | 'duplicate'>;

/** What becomes of a look at an e-mail among the tenant's others, in the transaction that makes it the document's result. */
@Injectable()
export class Settling {
  constructor(
    private readonly conversations: Conversations,
    private readonly firsts: FirstResults,
  ) {}

  /** Whether there is a first mail that says the same, whose result this one will take over. */
  async isKnown(document: DocumentRecord, traces: MailTraces): Promise<boolean> {
    const duplicate = await this.conversations.likeOf(document, traces);
    return duplicate !== null && (await this.firsts.of(duplicate)) !== null;
  }

  async settled(tx: Transaction, document: DocumentRecord, { result, traces }: MailLook): Promise<SettledResult> {
    const place = await this.conversations.place(tx, document, traces);
    const first = await this.firsts.of(place.duplicate, tx);
    return { ...adopted(result, first), ...standing(place, first) };
  }
}

/** Where a mail stands, as results tell it. */
function standing({ threadId, duplicate }: MailPlace, first: FirstResult | null) {
  const at = { threadId: publicId('thread', threadId) };
  if (duplicate === null) return { ...at, duplicateOf: null, duplicate: null };
  const of = publicId('document', duplicate.of);
  return { ...at, duplicateOf: of, duplicate: { ...duplicate, of, reused: first === null ? [] : REUSED[first.kind] } };
}
