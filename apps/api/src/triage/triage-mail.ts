import { type PackedReading, unpackReading } from '@model/reading';
import { type MailTraces, tracesOf } from '../conversations/model.js';
import { type SeenMail, seenIn } from './domain/seen-mail.js';
import { bodySpan, messageOfReading } from './domain/message-of-reading.js';
import type { Sight } from './domain/sight.js';
import { type MailView, TriageEngine } from './domain/triage-engine.js';
import type { TriageMessage, TriageResult } from './domain/triage-model.js';
import { notAnEmail } from './triage.errors.js';

export interface MailTask {
  readonly reading: PackedReading;
  readonly attachmentNames: readonly string[];
}

let engine: TriageEngine | undefined;

/** Classifiers look at no more of an e-mail. */
const CHARACTERS = 8_000;

export interface MailLook {
  readonly result: TriageResult;
  /** Subject and body as a classifier is shown them. */
  readonly words: string;
  /** What agents that ask models need of it. */
  readonly sight: Sight;
  /** What it is found by as a part of a conversation, and as the like of another. */
  readonly traces: MailTraces;
  /** What the tenant's rules look at, and what its corrections are learned from. */
  readonly seen: SeenMail;
}

const theEngine = (): TriageEngine => (engine ??= new TriageEngine());

/** A sentence of a mail as a headline. */
export const headlineIn: TriageEngine['headlineIn'] = (sentence, language) =>
  theEngine().headlineIn(sentence, language);

/** The dates by which something is due, in words that stand in a mail. */
export const deadlinesIn: TriageEngine['deadlinesIn'] = (words, language, date) =>
  theEngine().deadlinesIn(words, language, date);

/** What the engine says of an e-mail. Spans of personal data point into the reading's text. Throws `not_an_email`. */
export async function triageMail({ reading: packed, attachmentNames }: MailTask): Promise<MailLook> {
  const reading = await unpackReading(packed);
  if (reading.email === null) throw notAnEmail();
  const message = messageOfReading(reading, reading.email, attachmentNames);
  const view = theEngine().read(message);
  const { result, sight } = view;
  const { start: by } = bodySpan(reading, reading.email);
  const entities = result.pii.entities.map((entity) => ({ ...entity, start: entity.start + by, end: entity.end + by }));
  const words = `${message.subject ?? ''}\n${message.text}`.slice(0, CHARACTERS);
  const traces = tracesIn(message, view);
  return {
    result: { ...result, pii: { ...result.pii, entities } },
    words,
    sight,
    traces,
    seen: seenIn(message, view, traces),
  };
}

/** Categories of mail that no person has written to this one. */
const AUTOMATIC: ReadonlySet<string> = new Set(['auto_reply', 'newsletter', 'spam']);

/** Longer mails are compared with all that their senders wrote: the analysis has their beginning only. */
const ANALYSED = 8_000;

function tracesIn(message: TriageMessage, { analysis, own, result }: MailView): MailTraces {
  const { text, contentStart, contentEnd } = analysis;
  const quoted = message.sections.filter(({ kind, isForwarded }) => kind === 'quoted' && isForwarded !== true);
  return tracesOf({
    ...message,
    from: message.from?.address ?? null,
    to: message.to.map(({ address }) => address),
    cc: message.cc.map(({ address }) => address),
    own,
    matter: own.length > ANALYSED ? own : text.slice(contentStart, contentEnd),
    quoted: quoted.map(({ start, end }) => message.text.slice(start, end)).join('\n'),
    language: result.language.code,
    automatic: AUTOMATIC.has(result.category.name),
  });
}
