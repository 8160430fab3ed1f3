import { isDeepStrictEqual } from 'node:util';
import { TenantDatabase, type Transaction } from '@app/database';
import { type JsonValue, newUuid } from '@app/kernel';
import { sketchSimilarity } from '@app/text';
import { Injectable } from '@nestjs/common';
import type { DocumentRecord } from '../documents/index.js';
import { MailsRepository, type NewMail } from './data/mails.repository.js';
import type { MailTraces } from './domain/mail-traces.js';
import { type FirstMail, type MailPlace, type MailState, type ShownTriage, stateOf } from './domain/mail.js';

/** Below this two mails have more than a twentieth of their words their own: they are of one kind, not the same mail again. */
const LEAST_SIMILARITY = 0.8;
/** Threads that are joined meanwhile are looked up anew, so often at most. */
const ATTEMPTS = 4;

/** Puts e-mails into their conversations, and knows which say the same. */
@Injectable()
export class Conversations {
  private readonly settled = new WeakMap<Transaction, { readonly documentId: string; readonly state: MailState }>();

  constructor(
    private readonly mails: MailsRepository,
    private readonly database: TenantDatabase,
  ) {}

  /**
   * Where a mail belongs, in the transaction in which it is triaged, one at a time of those that may belong together; `settle` writes it
   * down. Two threads become one where it links them; the older id stays, the other one is still found.
   */
  async place(tx: Transaction, document: DocumentRecord, traces: MailTraces): Promise<MailPlace> {
    const mail = mailOf(document, traces);
    const { links, topics, sameText } = traces;
    await this.mails.lock(tx, [...links, ...topics, ...(sameText === null ? [] : [sameText])]);
    const known = await this.threadOf(tx, mail);
    const threadId = known ?? newUuid();
    const duplicate = await this.duplicateOf(tx, mail);
    const unanswered = mail.sender === null || known === null ? NONE : await this.mails.unanswered(tx, mail, known);
    return { threadId, duplicate, unanswered };
  }

  /** Writes down where a mail stands, and what its result says. */
  async settle(
    tx: Transaction,
    document: DocumentRecord,
    traces: MailTraces,
    { threadId, duplicate }: MailPlace,
    result: ShownTriage,
  ): Promise<void> {
    const mail = mailOf(document, traces);
    const { links, topics, passages, sameText, bands } = traces;
    const state = stateOf(result);
    await this.mails.put(tx, mail, { threadId, duplicate, state });
    this.settled.set(tx, { documentId: document.id, state });
    // Later duplicates are held against the first, so the keys of others would only lengthen the search.
    const ofWords = duplicate === null ? [...(sameText === null ? [] : [sameText]), ...bands] : [];
    await this.mails.putKeys(tx, mail, [...links, ...topics, ...passages, ...ofWords]);
  }

  /** The first mail that says the same, as it looks now; `place` decides. */
  likeOf(document: DocumentRecord, traces: MailTraces): Promise<FirstMail | null> {
    return this.duplicateOf(this.database, mailOf(document, traces));
  }

  /** A triage is the document's result from now on: the list of the day's mail goes by it. */
  async resulted(tx: Transaction, document: DocumentRecord, result: JsonValue): Promise<void> {
    const state = stateOf(result as unknown as ShownTriage);
    // Where it has the bytes of another one it has not been placed yet.
    if (document.duplicateOf !== null) await this.mails.putCopy(tx, document.id, document.duplicateOf);
    // What was written down just now differs only where people's words stand above it.
    if (!isDeepStrictEqual(this.settled.get(tx), { documentId: document.id, state }))
      await this.mails.setState(tx, document.id, state);
    await this.mails.markAnswered(tx, document.id);
  }

  /** The thread that the mail belongs to; null where it begins one. */
  private async threadOf(tx: Transaction, mail: NewMail): Promise<string | null> {
    let found = await this.found(tx, mail);
    for (let attempt = 0; found.length > 0 && attempt < ATTEMPTS; attempt++) {
      await this.mails.lock(tx, found);
      const now = await this.found(tx, mail);
      if (now.every((id) => found.includes(id))) {
        found = now;
        break;
      }
      found = now;
    }
    // Ids are in order of time.
    const [first, ...others] = found;
    if (first === undefined) return null;
    if (others.length > 0) await this.mails.join(tx, first, others);
    return first;
  }

  private async found(tx: Transaction, mail: NewMail): Promise<string[]> {
    const { links, topics, seeks, quotes } = mail.traces;
    const linked = links.length > 0 || mail.isPlaced ? await this.mails.threadsOf(tx, links, mail.documentId) : [];
    if (linked.length > 0 || !seeks) return linked;
    const quoted = quotes.length > 0 ? await this.mails.threadOfQuote(tx, mail) : null;
    const thread = quoted ?? (topics.length > 0 ? await this.mails.threadOfTopic(tx, mail) : null);
    return thread === null ? [] : [thread];
  }

  private async duplicateOf(tx: Pick<Transaction, 'query'>, mail: NewMail): Promise<FirstMail | null> {
    const { sameText, bands, sketch } = mail.traces;
    if (sameText === null && bands.length === 0) return null;
    const found = (await this.mails.candidates(tx, mail)).map(
      ({ documentId, sketch: other, sameText: isSame, triageRun }) => ({
        triageRun,
        of: documentId,
        kind: isSame ? ('same-text' as const) : ('near' as const),
        similarity: isSame ? 1 : sketch && other ? sketchSimilarity(sketch, other) : 0,
      }),
    );
    const [best] = found.toSorted((a, b) => b.similarity - a.similarity);
    if (best === undefined || best.similarity < LEAST_SIMILARITY) return null;
    return { ...best, similarity: Number(best.similarity.toFixed(4)) };
  }
}

function mailOf({ id: documentId, email, createdAt, runs }: DocumentRecord, traces: MailTraces): NewMail {
  const sentAt = dateOf(email?.date) ?? createdAt;
  return { documentId, sender: addressOf(email?.from ?? null), sentAt, traces, isPlaced: runs.triage !== null };
}

const NONE = { count: 0, since: null };

function dateOf(date: string | null | undefined): Date | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}

/** The bare address of `Name <address>`, lower case. */
export function addressOf(person: string | null): string | null {
  if (person === null) return null;
  const inside = /<([^<>]{1,320})>\s*$/.exec(person)?.[1] ?? person;
  return inside.trim().toLowerCase() || null;
}
