import { findDatesOnce } from '../domain/values.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

const POINT = String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}[./]\d{4}|(?:\p{L}{3,10}\.?,?\s+)?(?:19|20)\d{2})`;
const NOW = String.raw`(?:present|today|now|current|ongoing|heute|jetzt|aujourd['’]hui|ce jour|présent|actuel|actualidad|presente|actual|hoy|oggi|attuale|in corso|atualidade|atual|hoje|heden|nu)(?!\p{L})`;
const TO = String.raw`\s*(?:[-–—]|\bto\b|\bbis\b|à|\bau\b|\ba\b|\bal\b|\baté\b|\btot\b|\buntil\b)\s*`;
const SINCE = String.raw`(?:since|seit|depuis|desde|dal|sinds)\s+`;
const RANGE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${POINT}${TO}(?:${POINT}|${NOW})|${SINCE}${POINT})(?!\\p{N})`, 'giu');
const ALONE = new RegExp(`^\\s*(${POINT})\\s*$`, 'u');
const WORD = /^(\p{L}{3,10})\.?,?\s+/u;

/** "Universität 2010": a word before a year that is no month belongs to something else. */
function withoutOtherWord(text: string): string {
  const word = WORD.exec(text);
  if (!word || /^(?:since|seit|depuis|desde|dal|sinds)$/i.test(word[1] ?? '')) return text;
  return findDatesOnce(`1 ${word[1] ?? ''} 2000`, 'und').length > 0 ? text : text.slice(word[0].length);
}

/** The first time from … to … in a text, as printed; a single year or month only where the text is nothing else. */
export function timeSpanIn(text: string): Span | null {
  for (const match of text.matchAll(RANGE)) {
    const own = withoutOtherWord(match[0]);
    const start = match.index + match[0].length - own.length;
    return { start, end: start + own.trimEnd().length };
  }
  const alone = ALONE.exec(text)?.[1];
  return alone !== undefined && withoutOtherWord(alone) === alone
    ? { start: text.indexOf(alone), end: text.indexOf(alone) + alone.length }
    : null;
}
