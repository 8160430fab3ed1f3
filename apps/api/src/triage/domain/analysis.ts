import { type LanguageGuess, type Span, detectLanguage, splitSentences } from '@app/text';
import type { CueMatch } from './cue-matcher.js';
import type { CueRegistry } from './cues/registry.js';
import type { Form, Signal } from './cues/cue-sheet.js';
import { contentEnd, contentStart } from './letter.js';
import { type Tokens, tokensOf } from './words.js';

/** Longer mails say what they want at the start; the rest is not read for cues. UTF-16 code units. */
const READ_LENGTH = 8_000;
const LANGUAGE_LENGTH = 400;
const SHORT_BODY = 40;
const NAMES_LENGTH = 500;

export interface Sentence extends Span {
  readonly matches: readonly CueMatch[];
  /** Index of the first token in it, and the count of its tokens. */
  readonly firstToken: number;
  readonly tokenCount: number;
}

/** One pass over a mail; all that follows reads it. Offsets point into `text`: subject, blank line, what the sender wrote. */
export interface Analysis {
  readonly text: string;
  readonly subjectEnd: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly language: LanguageGuess;
  readonly tokens: Tokens;
  readonly matches: readonly CueMatch[];
  /** Sentences of the matter: without greeting, closing formula, signature and history. */
  readonly sentences: readonly Sentence[];
}

/** What is read of a mail; subject and the sender's own words without hidden characters. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
  /** They speak of the category only. */
  readonly attachmentNames?: readonly string[];
}

export function analyse(
  registry: CueRegistry,
  { subject, body, attachmentNames = [] }: Letter,
  detect: (text: string) => LanguageGuess = detectLanguage,
): Analysis {
  const own = body.slice(0, READ_LENGTH);
  // Joined, not added up: the sum of strings stays two parts, and each of the many readings would go through both.
  const letter = [subject, own].join('\n\n');
  const text =
    attachmentNames.length === 0 ? letter : `${letter}\n\n${attachmentNames.join('\n\n').slice(0, NAMES_LENGTH)}`;
  const subjectEnd = subject.length;
  const language = detect(languageSample(subject, own));
  const tokens = tokensOf(text);
  const matches = registry.matcherFor(language.code).match(tokens);
  const start = contentStart(letter, subjectEnd, matches);
  const end = Math.max(start, contentEnd(letter, start, matches));
  const spans = splitSentences(text.slice(start, end), language.code);
  const sentences = withMatches(spans, start, tokens, matches);
  return { text, subjectEnd, contentStart: start, contentEnd: end, language, tokens, matches, sentences };
}

function languageSample(subject: string, own: string): string {
  const body = own.trim().slice(0, LANGUAGE_LENGTH);
  // A subject is short and full of names and product words; it decides only where the body says too little.
  return body.length >= SHORT_BODY ? body : `${subject}\n${body}`;
}

/** Sentences, tokens and matches are all in order, so one walk joins them. */
function withMatches(spans: readonly Span[], offset: number, tokens: Tokens, matches: readonly CueMatch[]): Sentence[] {
  let token = 0;
  let match = 0;
  return spans.map((span) => {
    const start = span.start + offset;
    const end = span.end + offset;
    while ((tokens.starts[token] ?? Infinity) < start) token++;
    const firstToken = token;
    while ((tokens.starts[token] ?? Infinity) < end) token++;
    const own: CueMatch[] = [];
    for (let next = matches[match]; next !== undefined && next.start < end; next = matches[++match]) {
      if (next.start >= start) own.push(next);
    }
    return { start, end, matches: own, firstToken, tokenCount: token - firstToken };
  });
}

export const isSignal = (match: CueMatch, signal: Signal): boolean =>
  match.cue.family === 'signal' && match.cue.label === signal;

export const isForm = (match: CueMatch, form: Form): boolean => match.cue.family === 'form' && match.cue.label === form;

/**
 * How often each signal stands in subject and matter; in the subject it counts twice, since a subject is a choice. What
 * stands inside a pleasantry (`looking forward to your prompt reply`) is form, not evidence.
 */
export function signalCounts(analysis: Analysis): ReadonlyMap<Signal, number> {
  const counts = new Map<Signal, number>();
  let formalUntil = -1;
  for (const match of analysis.matches) {
    if (match.start >= analysis.contentEnd) break;
    if (isForm(match, 'pleasantry')) formalUntil = Math.max(formalUntil, match.last);
    if (match.cue.family !== 'signal' || match.last <= formalUntil) continue;
    const signal = match.cue.label as Signal;
    counts.set(signal, (counts.get(signal) ?? 0) + (match.start < analysis.subjectEnd ? 2 : 1));
  }
  return counts;
}
