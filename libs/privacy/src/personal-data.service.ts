import { computation, Threads } from '@app/threads';
import { Injectable } from '@nestjs/common';
import { redactPersonalData, type RedactionTask } from './redact-personal-data.js';
import type { Redaction } from './redact.js';
import type { compute } from './redaction.thread.js';

const REDACTION = computation<typeof compute>(import.meta.url, 'redaction.thread.js');
/** UTF-16 code units that are looked through on the event loop: they take 1 ms, where every line is full of numbers and names 3 ms. */
const SHORT_TEXT = 4_000;

/** Finds personal data: in short texts at once, in others in a thread. */
@Injectable()
export class PersonalData {
  constructor(private readonly threads: Threads) {}

  async redact(task: RedactionTask): Promise<Redaction> {
    return task.text.length <= SHORT_TEXT ? redactPersonalData(task) : this.threads.run(REDACTION, task);
  }
}
