import type { CueMatch } from './cue-matcher.js';

/** Lines that begin a copy of an earlier mail. Each is anchored to a line and bounded. */
const HISTORY = new RegExp(
  [
    /^[ \t>]*-{2,}[ \t]*(?:original|forwarded|ursprüngliche|weitergeleitete|message|mensaje|messaggio|mensagem|oorspronkelijk|doorgestuurd|begin forwarded)[^\n]{0,60}$/,
    /^[ \t]*_{10,}[ \t]*$/,
    /^[ \t]*(?:on|am|le|el|il|em|op)[ \t][^\n]{4,120}(?:\n[^\n]{0,80})?(?:wrote|writes|schrieb|écrit|escribió|ha scritto|escreveu|schreef)[^\n]{0,30}:[ \t]*$/,
    /^[ \t*]*(?:from|von|de|da|van)[*]?:[^\n]{1,200}\n[ \t*]*(?:sent|date|gesendet|datum|envoyé|enviado|inviato|data|fecha|verzonden|to|an|à|para|a|aan)[*]?:/,
    /^[ \t]*begin forwarded message:/,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'imuy',
);
/** What such a line can begin with, blanks and marks of quotation aside. */
const HISTORY_START = /[-_oaledivfb]/i;

function historyAt(text: string): RegExpExecArray | null {
  for (let line = 0; line >= 0 && line <= text.length; line = nextLine(text, line)) {
    let at = line;
    while (' \t>*'.includes(text[at] ?? '-')) at++;
    if (!HISTORY_START.test(text[at] ?? '')) continue;
    HISTORY.lastIndex = line;
    const match = HISTORY.exec(text);
    if (match !== null) return match;
  }
  return null;
}

const nextLine = (text: string, line: number): number => {
  const end = text.indexOf('\n', line);
  return end < 0 ? -1 : end + 1;
};
const SIGNATURE_DELIMITER = /^--[ \t]*$/m;
const QUOTED_LINES = /^[ \t]*>[^\n]*\n?/gm;
const FORWARDED = /forward|weitergeleitet|doorgestuurd|transféré|reenviado|encaminhada|inoltrato/i;
/** With fewer characters than this above a forwarded mail, the sender only passes it on. */
const OWN_WORDS_LENGTH = 20;

/** The text without copied history and quoted lines; the history where the sender wrote nothing of their own. */
export function withoutHistory(text: string): string {
  const cut = historyAt(text);
  const above = cut === null ? text : text.slice(0, cut.index);
  const own = above.includes('>') ? above.replace(QUOTED_LINES, '') : above;
  const least = cut !== null && FORWARDED.test(cut[0]) ? OWN_WORDS_LENGTH : 1;
  if (own.trim().length >= least) return own;
  return cut === null ? text : text.slice(cut.index + cut[0].length).replace(/^[ \t]*>[ \t]?/gm, '');
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

/** Where the matter ends: before the closing formula and the signature. */
export function contentEnd(text: string, from: number, matches: readonly CueMatch[]): number {
  const delimiter = SIGNATURE_DELIMITER.exec(text.slice(from));
  const end = delimiter === null ? text.length : from + delimiter.index;
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
