import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { isShort } from '../documents/index.js';
import type { PackedReading } from '@app/reading';
import type { OwnTypes } from './domain/own-types/own-types.js';
import type { compute as look } from './look.thread.js';
import { lookAtDocument, type Looked, type LookTask } from './look-at-document.js';
import type { compute as parts } from './parts.thread.js';

const LOOK = computation<typeof look>(import.meta.url, 'look.thread.js');
const PARTS = computation<typeof parts>(import.meta.url, 'parts.thread.js');

/** Has the local engine look at documents: at short ones here, at others in a thread. */
@Injectable()
export class Looks {
  constructor(private readonly threads: Threads) {}

  look(document: Omit<LookTask, 'own'>, own: OwnTypes, signal?: AbortSignal): Promise<Looked> {
    const task: LookTask = { ...document, own: own.key };
    const ask = () => Promise.resolve(own.taxonomy);
    // What a tenant's categories are known by is made of all their examples, which takes as long as a long document.
    return isShort(task.reading) && own.types.length === 0
      ? lookAtDocument(task, ask)
      : this.threads.run(LOOK, task, { ask, signal });
  }

  /** The documents in a file of pages; null where it is one. */
  parts(reading: PackedReading, signal: AbortSignal) {
    return this.threads.run(PARTS, reading, { signal });
  }
}
