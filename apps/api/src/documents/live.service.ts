import { LiveChannel } from '@app/cache';
import { notFound } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from './data/documents.repository.js';
import { type DocumentRecord, endOf, type NamedDraft, type Stage, type Status, TERMINAL } from './domain/document.js';

/** Without a message for this long, Postgres is asked: pub/sub may lose messages. */
const POLL_MS = 1_000;

export interface DocumentEvent {
  readonly seq: number;
  readonly status: Status;
  readonly stage: Stage;
  readonly progress: number;
}

/** A document as it was seen, and its newest results where they are known without looking for them. */
export interface SeenDocument {
  readonly document: DocumentRecord;
  readonly results: readonly Pick<NamedDraft, 'id' | 'result'>[];
}

/** Following a document while it is processed, on whichever instance that happens. */
@Injectable()
export class LiveDocuments {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly live: LiveChannel,
  ) {}

  /** The document as soon as it has ended, or as it stands after `seconds`. */
  async waitForEnd(id: string, seconds: number): Promise<DocumentRecord> {
    return (await this.seenAtEnd(id, seconds, false)).document;
  }

  /** The same; `isNew`: it was sent just now and is under way, so that there is nothing to see before it ends. */
  async seenAtEnd(id: string, seconds: number, isNew: boolean): Promise<SeenDocument> {
    const until = Date.now() + seconds * 1000;
    const bell = this.bell(endOf(id));
    try {
      if (isNew) await bell.next(Math.min(seconds * 1000, POLL_MS));
      for (;;) {
        const news = bell.news() as SeenDocument | undefined;
        if (news) return news;
        const document = await this.documents.find(id);
        if (!document) throw notFound();
        const left = until - Date.now();
        if (TERMINAL.has(document.status) || left <= 0) return { document, results: [] };
        await bell.next(Math.min(left, POLL_MS));
      }
    } finally {
      bell.stop();
    }
  }

  /** Events after `afterSeq`, then each new one, until a terminal one. Keep-alive ticks are null. */
  async *events(id: string, afterSeq: number, signal: AbortSignal): AsyncGenerator<DocumentEvent | null> {
    const bell = this.bell(id);
    try {
      for (let seq = afterSeq; !signal.aborted;) {
        const events = await this.documents.events(id, seq);
        for (const event of events) {
          seq = event.seq;
          yield event;
        }
        const last = events.at(-1);
        if (last && TERMINAL.has(last.status)) return;
        // A resumed stream may ask for more than there is: then the document itself tells whether it has ended.
        if (!last && (await this.hasEnded(id))) return;
        if (!(await bell.next(POLL_MS))) yield null;
      }
    } finally {
      bell.stop();
    }
  }

  private async hasEnded(id: string): Promise<boolean> {
    const document = await this.documents.find(id);
    return !document || TERMINAL.has(document.status);
  }

  /** Rings on each change; a ring between two waits is not lost. */
  private bell(subject: string) {
    let rung = false;
    let wake: () => void = () => undefined;
    let told: unknown;
    const stop = this.live.listen(subject, (news) => {
      rung = true;
      told = news ?? told;
      wake();
    });
    const next = async (ms: number): Promise<boolean> => {
      if (!rung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, ms);
        });
        clearTimeout(timer);
      }
      const result = rung;
      rung = false;
      return result;
    };
    return { next, stop, news: () => told };
  }
}
