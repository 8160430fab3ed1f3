import { hash } from 'node:crypto';
import { bandsOf, hash32, isStopword, shinglesOf, sketchOf, stem } from '@app/text';
import { decisiveWords, plainWords } from './plain-words.js';
import { isReplySubject, normalisedSubject } from './subject.js';

/** What of an e-mail says which conversation it belongs to, and which other e-mails say the same. */
export interface TracedMail {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly conversationId: string | null;
  /** Addresses. */
  readonly from: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string | null;
  /** All that the sender wrote, without quoted history and signatures that were recognised. */
  readonly own: string;
  /** The same without greeting and closing formula. */
  readonly matter: string;
  /** What is copied of an earlier mail; empty for none. */
  readonly quoted: string;
  readonly language: string;
  /** Written by no person. */
  readonly automatic: boolean;
}

/** Keys are 64 bits of a SHA-256, as decimal strings: Postgres' `bigint` has more digits than a number of JavaScript. */
export interface MailTraces {
  /** Own id and those of the mails that it answers: mails that share one are in one thread. */
  readonly links: readonly string[];
  /** Subject and two who write to each other; the thread of the last mail with one is this one's, where `seeks` says so. */
  readonly topics: readonly string[];
  /** Whether it is looked for by subject and by quoted words, because its headers name nothing that it answers. */
  readonly seeks: boolean;
  /** Under these a mail that quotes this one finds it. */
  readonly passages: readonly string[];
  /** Those that this mail's quoted history is looked for by. */
  readonly quotes: readonly string[];
  /** Equal for mails with the same words, and the same subject. */
  readonly sameText: string | null;
  /** Shared by mails that are alike and equal in all that is decisive; empty where the mail is too short to tell. */
  readonly bands: readonly string[];
  readonly sketch: Uint32Array | null;
  /** Stems of its content words, hashed: what it speaks of. */
  readonly topicsOfWords: readonly number[];
  /** What it asks. */
  readonly questions: readonly string[];
  /** It answers nothing, and nobody waits for an answer to it. */
  readonly automatic: boolean;
}

/** JWZ threading needs the root and the next of kin; mailers cut the middle too (RFC 5322, 3.6.4 allows it). */
const LAST_REFERENCES = 10;
const CORRESPONDENTS = 3;
/** With fewer words of its own a mail says too little to be the like of another. */
const LEAST_WORDS = 12;
/** With fewer than this the same words mean the same only from the same sender. */
const LEAST_COMMON_WORDS = 6;
/** Runs of three words: single words say nothing of order, longer runs break at each changed word. */
const WIDTH = 3;
/** Words in a row that no two mails have by chance. */
const PASSAGE = 6;
const PASSAGES = 6;
const QUOTED_WORDS = 200;
const STEMS = 64;
const QUESTIONS = 3;
const QUESTION_LENGTH = 300;

const keyOf = (...parts: readonly string[]): string =>
  Buffer.from(hash('sha256', parts.join('\n'), 'hex').slice(0, 16), 'hex')
    .readBigInt64BE()
    .toString();

const bareId = (id: string): string => id.trim().replace(/^<|>$/g, '');

/** Pure; some 0.1 ms for a letter. */
export function tracesOf(mail: TracedMail): MailTraces {
  const words = plainWords(mail.matter);
  const subject = normalisedSubject(mail.subject);
  const decisive = keyOf('decisive', ...decisiveWords(`${subject}\n${mail.own}`));
  const sketch = words.length < LEAST_WORDS ? null : sketchOf(shinglesOf(words, WIDTH));
  const answers = [mail.references[0], ...mail.references.slice(-LAST_REFERENCES), mail.inReplyTo].filter(
    (id) => id !== null && id !== undefined && bareId(id) !== '',
  ) as string[];
  const seeks = answers.length === 0 && mail.conversationId === null;
  return {
    links: linksOf(mail, answers),
    topics: topicsOf(mail, subject),
    seeks: seeks && (mail.messageId === null || isReplySubject(mail.subject) || mail.quoted !== ''),
    passages: passagesOf(mail.from ?? '', words.slice(0, QUOTED_WORDS)),
    quotes: seeks && mail.quoted !== '' ? quotesOf(mail) : [],
    sameText: sameTextOf(mail, subject, words, decisive),
    bands: sketch === null ? [] : bandsOf(sketch).map((band) => keyOf('band', decisive, band)),
    sketch,
    topicsOfWords: stemsOf(words, mail.language),
    questions: questionsOf(mail.matter),
    automatic: mail.automatic,
  };
}

function linksOf({ messageId, conversationId }: TracedMail, answers: readonly string[]): string[] {
  const ids = [messageId, ...answers].filter((id) => id !== null && bareId(id) !== '') as string[];
  const keys = ids.map((id) => keyOf('id', bareId(id)));
  return [...new Set(conversationId === null ? keys : [...keys, keyOf('conversation', conversationId)])];
}

/** One for each of the first recipients, whoever of the two writes. */
function topicsOf({ from, to, cc }: TracedMail, subject: string): string[] {
  if (subject === '' || from === null) return [];
  const others = [...to, ...cc].slice(0, CORRESPONDENTS);
  return [...new Set(others)].map((other) =>
    keyOf('topic', subject, ...[from.toLowerCase(), other.toLowerCase()].toSorted()),
  );
}

const runs = (words: readonly string[]): string[] =>
  Array.from({ length: Math.max(0, words.length - PASSAGE + 1) }, (_, start) =>
    words.slice(start, start + PASSAGE).join(' '),
  );

const passageKey = (sender: string, run: string): string => keyOf('passage', sender.toLowerCase(), run);

/** Those with the least hashes: who has copied most of the text has most of them too. */
const passagesOf = (sender: string, words: readonly string[]): string[] =>
  runs(words)
    .map((run) => ({ run, order: hash32(run) }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, PASSAGES)
    .map(({ run }) => passageKey(sender, run));

/** The quoted words as they would have been written by each of those whom this mail goes to. */
function quotesOf({ to, quoted }: TracedMail): string[] {
  const words = plainWords(quoted.replace(/^[ \t]*(?:>[ \t]?)+/gm, ''), QUOTED_WORDS + PASSAGE);
  return to.slice(0, CORRESPONDENTS).flatMap((sender) => runs(words).map((run) => passageKey(sender, run)));
}

function sameTextOf({ from }: TracedMail, subject: string, words: readonly string[], decisive: string): string | null {
  if (words.length === 0) return null;
  const sender = words.length < LEAST_COMMON_WORDS ? (from ?? '').toLowerCase() : '';
  return keyOf('text', decisive, subject, sender, ...words);
}

/** Stems of the content words of a text, hashed. Postgres' `int` has a sign. */
export const stemsIn = (text: string, language: string): number[] => stemsOf(plainWords(text), language);

function stemsOf(words: readonly string[], language: string): number[] {
  const stems = new Set<number>();
  for (const word of words) {
    if (word.length < 4 || isStopword(word, language)) continue;
    stems.add(hash32(stem(word, language)) >>> 1);
    if (stems.size >= STEMS) break;
  }
  return [...stems];
}

/** Sentences that end with a question mark; bounded, so that the expression is linear. */
function questionsOf(matter: string): string[] {
  const found = [...matter.matchAll(/[^.!?\n¿]{5,300}\?/gu)].map(([question]) =>
    question.trim().slice(0, QUESTION_LENGTH),
  );
  return found.slice(0, QUESTIONS);
}
