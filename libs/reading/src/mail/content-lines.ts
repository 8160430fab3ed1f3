import { decodeCharset } from './charsets.js';
import { decodeTransfer } from './transfer-encodings.js';

/** A line of iCalendar (RFC 5545, 3.1) or vCard (RFC 6350, 3.3): `NAME;PARAMETER=…:value`. */
export interface ContentLine {
  /** Upper case, without the group that vCard allows before it. */
  readonly name: string;
  /** By upper-case name; of vCard 2.1's bare ones (`TEL;WORK`), the name is `TYPE`. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** Still escaped. */
  readonly value: string;
}

/** Lines of one file; what lies beyond is left out. */
const MOST_LINES = 200_000;
const HEAD = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):/;

/** Reads the lines of a text, folded ones joined. What is no such line is passed over. */
export function contentLines(text: string): ContentLine[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n', MOST_LINES);
  const result: ContentLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const pieces = [lines[index] ?? ''];
    const isQuoted = QUOTED.test(pieces[0] ?? '');
    // vCard 2.1: soft line breaks instead of folding.
    while (isQuoted && (pieces.at(-1) ?? '').endsWith('=') && index + 1 < lines.length)
      pieces.push(lines[++index] ?? '');
    const line = contentLine(pieces.join('\n'), isQuoted);
    if (line !== null) result.push(line);
  }
  return result;
}

const QUOTED = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i;

function contentLine(line: string, isQuoted: boolean): ContentLine | null {
  const [head, name = '', rest = ''] = HEAD.exec(line) ?? [];
  if (head === undefined) return null;
  const parameters = parametersOf(rest);
  const raw = line.slice(head.length);
  return { name: name.toUpperCase(), parameters, value: isQuoted ? unquoted(raw, parameters) : raw };
}

function parametersOf(rest: string): Map<string, readonly string[]> {
  const parameters = new Map<string, readonly string[]>();
  for (const [part] of rest.matchAll(/(?<=;)(?:[^";]|"[^"]*")+/g)) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? 'TYPE' : part.slice(0, equals).toUpperCase();
    const values = part.slice(equals + 1).match(/"[^"]*"|[^",]+/g) ?? [];
    parameters.set(name, [...(parameters.get(name) ?? []), ...values.map((value) => value.replace(/^"|"$/g, ''))]);
  }
  return parameters;
}

const unquoted = (raw: string, parameters: ReadonlyMap<string, readonly string[]>): string =>
  decodeCharset(
    decodeTransfer(Buffer.from(raw, 'latin1'), 'quoted-printable').bytes,
    parameters.get('CHARSET')?.[0] ?? null,
  );

/** A text value (RFC 5545, 3.3.11; RFC 6350, 3.4). */
export const textValue = (value: string): string =>
  value.replace(/\\([\s\S])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char)).trim();

/** The parts of a structured value such as a name or an address, those that say nothing left out. */
export const structuredValue = (value: string): string[] =>
  value
    .split(/(?<!\\);/)
    .map((part) => textValue(part.replace(/(?<!\\),/g, ', ')))
    .filter((part) => part !== '');
