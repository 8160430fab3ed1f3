import type { EmailSection } from '@app/reading';
import type { CueMatch } from './cue-matcher.js';

/** With fewer characters than this above a forwarded mail, the sender only passes it on. */
const OWN_WORDS_LENGTH = 20;

/** Lines above the words of a mail that was passed on: a mailer's rule, and the header it copied. */
const PASSED_ON_HEAD = /^(?:[ \t>*]*(?:[-_]{2,}[^\n]*|[\p{L} ]{2,12}\*?:[^\n]*)\n)+/u;

/** What the sender wrote, without copied mails, signature and disclaimer; of a mail that only passes one on, that one. */
export function ownWords(text: string, sections: readonly EmailSection[]): string {
  const own = sections
    .filter(({ kind }) => kind === 'new')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n');
  const quoted = sections.find(({ kind }) => kind === 'quoted');
  if (own.length >= (quoted?.isForwarded === true ? OWN_WORDS_LENGTH : 1)) return own;
  if (quoted === undefined) return text;
  return text
    .slice(quoted.start, quoted.end)
    .replace(PASSED_ON_HEAD, '')
    .replace(/^[ \t]*>[ \t]?/gm, '');
}

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
};

const isAtLineStart = (text: string, at: number): boolean => {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(lineStart, at).trim() === '';
};

const GREETING_LENGTH = 60;
const VOCATIVE =
  /^[ \t]*(?:\p{Lu}[\p{L}.'’-]{1,20}(?:[ \t]+(?:and|und|et|y|e|en|&)?[ \t]*)?){1,3}[ \t]*(?:,|:|--|-|–|!)(?=\s)/u;

/** Where the matter begins: behind `Dear Ms Example,`, and behind a bare name that is called. */
export function contentStart(text: string, from: number, matches: readonly CueMatch[]): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  const greeting = matches.find(
    (match) => match.cue.family === 'form' && match.cue.label === 'greeting' && match.start === at,
  );
  if (greeting !== undefined) return greetingEnd(text, greeting);
  const starter = matches.some((match) => match.start === at && match.cue.family === 'form');
  const vocative = starter ? null : VOCATIVE.exec(text.slice(at, at + GREETING_LENGTH));
  return vocative === null ? at : at + vocative[0].length;
}

function greetingEnd(text: string, greeting: CueMatch): number {
  const end = lineEnd(text, greeting.end);
  const head = text.slice(greeting.end, Math.min(end, greeting.end + GREETING_LENGTH));
  const mark = /[,:!–;]|\.(?=\s|$)|<br|--/.exec(head);
  if (mark !== null) return greeting.end + mark.index + (mark[0].length > 1 ? 0 : 1);
  return end - greeting.start <= GREETING_LENGTH ? end : greeting.end;
}

/** What may follow `Regards` on its own line: a name. */
const REST_OF_LINE = 40;
/** Lines of a signature are short; a longer one is matter. */
const SIGNATURE_LINE = 80;

/** Where the matter ends: before the closing formula. */
export function contentEnd(text: string, from: number, matches: readonly CueMatch[]): number {
  const end = text.length;
  for (const match of matches) {
    if (match.cue.label !== 'closing' || match.cue.family !== 'form') continue;
    if (match.start > from && match.start < end && closesLetter(text, match, end)) return match.start;
  }
  return end;
}

function closesLetter(text: string, match: CueMatch, end: number): boolean {
  const before = text.slice(Math.max(0, match.start - 3), match.start);
  if (!isAtLineStart(text, match.start) && !/[.!?>]\s*$/.test(before)) return false;
  const restEnd = lineEnd(text, match.end);
  if (restEnd - match.end > REST_OF_LINE || /^[ \t]*\p{Ll}/u.test(text.slice(match.end, restEnd))) return false;
  return text
    .slice(restEnd, end)
    .split('\n')
    .every((line) => line.length <= SIGNATURE_LINE);
}
