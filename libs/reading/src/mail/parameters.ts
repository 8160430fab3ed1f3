import { decodeCharset } from './charsets.js';
import { headerText } from './encoded-words.js';

/** `Content-Type`, `Content-Disposition` and their like: a value and its parameters (RFC 2045, 5.1; RFC 2231). */
export interface ParameterisedValue {
  /** Lower case. */
  readonly value: string;
  /** By lower-case name, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** `name*0*=`: the section of a value that was cut, and the mark of one that is percent-encoded (RFC 2231, 3 and 4). */
const NAME = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/;
const MOST_PARAMETERS = 200;

interface Section {
  readonly index: number;
  readonly isEncoded: boolean;
  readonly raw: string;
}

/** Reads a value with one character a byte, however it is damaged. */
export function parseParameters(raw: string): ParameterisedValue {
  const [first = '', ...others] = splitParameters(raw);
  // Some mailers forget the semicolon behind the value.
  const [head = '', rest = ''] = first.trim().split(/\s+([\s\S]*)/, 2);
  const sections = new Map<string, Section[]>();
  for (const part of [rest, ...others].slice(0, MOST_PARAMETERS)) {
    const equals = part.indexOf('=');
    const [, name, index, star] = NAME.exec(part.slice(0, equals).trim().toLowerCase()) ?? [];
    if (equals < 0 || name === undefined) continue;
    const list = sections.get(name) ?? [];
    list.push({
      index: Number(index ?? 0),
      isEncoded: star !== undefined,
      raw: unquoted(part.slice(equals + 1).trim()),
    });
    sections.set(name, list);
  }
  const parameters = new Map([...sections].map(([name, list]) => [name, joined(list)] as const));
  return { value: head.toLowerCase(), parameters };
}

/** Parts between semicolons; quotes and comments (RFC 5322, 3.2.2) are passed over. Comments go. */
function splitParameters(raw: string): string[] {
  const parts: string[] = [];
  let part = '';
  let comment = 0;
  for (const [token] of raw.matchAll(/"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]?|["();]|[^"\\();]+/g)) {
    if (token === '(' && isCommentStart(part)) comment++;
    else if (token === ')' && comment > 0) comment--;
    else if (comment > 0) continue;
    else if (token === ';') {
      parts.push(part);
      part = '';
    } else part += token;
  }
  return [...parts, part];
}

/** Not inside the name of a file: `report (1).pdf` comes without quotes. */
const isCommentStart = (part: string): boolean => !/^\s*(?:file)?name[*\d]*\s*=/i.test(part);

/** Quoted pairs lose their backslash (RFC 5322, 3.2.4), those of old mailers' `"C:\TEMP\a.png"` too. */
const unquoted = (raw: string): string =>
  raw.startsWith('"')
    ? raw
        .slice(1)
        .replace(/"[^"]*$/, '')
        .replace(/\\([\s\S])/g, '$1')
    : raw;

/** The sections in order; the first one may name the charset of all (RFC 2231, 4.1). */
function joined(list: readonly Section[]): string {
  const sections = list.toSorted(
    (one, other) => one.index - other.index || Number(other.isEncoded) - Number(one.isEncoded),
  );
  if (!sections.some(({ isEncoded }) => isEncoded))
    // The same parameter again, not a section of it: the first one counts.
    return headerText(
      unique(sections)
        .map(({ raw }) => raw)
        .join(''),
    ).trim();
  const [first] = sections;
  const [, charset = null, value = first?.raw ?? ''] =
    /^([^']{0,60})'[^']{0,40}'([\s\S]*)$/.exec(first?.raw ?? '') ?? [];
  const bytes = unique(sections).map(({ isEncoded, raw }, index) => {
    const own = index === 0 ? value : raw;
    return isEncoded ? percentDecoded(own) : Buffer.from(own, 'latin1');
  });
  return decodeCharset(Buffer.concat(bytes), charset).trim();
}

const unique = (sections: readonly Section[]): Section[] =>
  sections.filter(({ index }, at) => at === 0 || sections[at - 1]?.index !== index);

const percentDecoded = (raw: string): Buffer =>
  Buffer.from(
    raw.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
