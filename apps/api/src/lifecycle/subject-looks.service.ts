import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { findSubjects, type Needle } from './domain/subject.js';
import type { compute } from './subject.thread.js';

const LOOK = computation<typeof compute>(import.meta.url, 'subject.thread.js');
/** UTF-16 code units that are looked through on the event loop: they take less than a millisecond. */
const SHORT = 20_000;

/** Looks for subjects in texts: in short ones at once, in others in a thread. */
@Injectable()
export class SubjectLooks {
  constructor(private readonly threads: Threads) {}

  /** For each text the subjects that it names, by index. */
  async find(texts: readonly string[], subjects: readonly (readonly Needle[])[]): Promise<readonly number[][]> {
    const characters = texts.reduce((sum, { length }) => sum + length, 0);
    return characters <= SHORT ? findSubjects({ texts, subjects }) : this.threads.run(LOOK, { texts, subjects });
  }

  /** Whether each text names the one subject. */
  async names(texts: readonly string[], needles: readonly Needle[]): Promise<readonly boolean[]> {
    return (await this.find(texts, [needles])).map((found) => found.length > 0);
  }
}
