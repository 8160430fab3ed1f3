import { decodeText } from '../encoding/decode-text.js';
import { attachedTextMediaType, mailMediaType } from './mail-kinds.js';

const EXTENSIONS: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  eml: 'message/rfc822',
  mbox: 'application/mbox',
  htm: 'text/html',
  html: 'text/html',
  xhtml: 'text/html',
  xml: 'application/xml',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
  tab: 'text/tab-separated-values',
};

const extensionOf = (filename: string | undefined): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(filename ?? '')?.[1]?.toLowerCase() ?? '';

/** Kinds that a name may claim for a text that nothing else tells. */
const CLAIMED_BY_NAME = new Set(['text/csv', 'text/tab-separated-values', 'text/markdown']);

/** The kind of a text by its first bytes, or null where it is not text. The file's name only breaks ties between kinds of text. */
export function textMediaType(head: Uint8Array, filename?: string): string | null {
  const byName = EXTENSIONS[extensionOf(filename)];
  // Mail may hold HTML and HTML may hold mail: what comes first decides. Behind its header mail may hold any bytes.
  const mail = mailMediaType(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1'), byName);
  if (mail !== null) return mail;
  if (isBinary(head)) return null;
  const { text } = decodeText(head);
  if (!isText(text)) return null;
  const start = text.replace(/^\ufeff/, '').trimStart();
  const told = attachedTextMediaType(start) ?? markupMediaType(start);
  // A message without a header is all body.
  return told ?? (byName === 'message/rfc822' ? byName : looseMediaType(start, byName));
}

const SAMPLE_BYTES = 4096;
/** Noise has a tenth of them. */
const MOST_CONTROLS = 0.03;

/**
 * True of bytes that are text in no encoding, which spares the search for one: controls at even and at odd places alike. In
 * UTF-16 bytes that look like controls are halves of letters, and stand on one side.
 */
function isBinary(head: Uint8Array): boolean {
  const length = Math.min(head.length, SAMPLE_BYTES);
  const controls = [0, 0];
  for (let at = 0; at < length; at++) {
    const byte = head[at] ?? 0;
    const isControl = byte !== 0 && byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1b;
    if (isControl) controls[at & 1] = (controls[at & 1] ?? 0) + 1;
  }
  return length > 64 && controls.every((count) => count > (length / 2) * MOST_CONTROLS);
}

const markupMediaType = (start: string): string | null =>
  looksLikeHtml(start)
    ? 'text/html'
    : looksLikeXml(start)
      ? 'application/xml'
      : looksLikeJson(start)
        ? 'application/json'
        : looksLikeJsonLines(start)
          ? 'application/x-ndjson'
          : null;

function looseMediaType(start: string, byName: string | undefined): string {
  if (byName === 'text/html') return /<[a-z!][^<>]*>/i.test(start) ? byName : 'text/plain';
  if (byName !== undefined && CLAIMED_BY_NAME.has(byName)) return byName;
  return looksLikeCsv(start) ? 'text/csv' : 'text/plain';
}

/** Control characters (tabs, line ends and escapes aside), C1 controls and characters that could not be decoded. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ODD = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/g;
const MAX_ODD = 0.02;

/** A few odd characters are forgiven; a zero counts as several. */
function isText(text: string): boolean {
  if (text.length === 0) return false;
  const odd = (text.match(ODD)?.length ?? 0) + 4 * (text.split('\0').length - 1);
  return odd <= text.length * MAX_ODD || (odd <= 2 && text.length > 20);
}

const looksLikeHtml = (start: string): boolean => {
  const beginning = start.slice(0, 4096).replace(/^(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*\?>\s*)+/, '');
  return (
    /^<!doctype\s+html/i.test(beginning) ||
    /^<(?:html|head|body|title|meta|link|style|script|table|div|p|h[1-6]|ul|ol|center|font|span|br|img)[\s>/]/i.test(
      beginning,
    ) ||
    /^<[^>]*>[\s\S]{0,2000}<(?:html|body)[\s>]/i.test(beginning)
  );
};

const looksLikeXml = (start: string): boolean =>
  /^<\?xml\s/.test(start) ||
  /^<!DOCTYPE\s/.test(start) ||
  /^<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*(\s+[\w:.-]+\s*=\s*["'][^"']*["'])*\s*\/?>[\s\S]*<\//.test(start);

function looksLikeJson(start: string): boolean {
  if (!/^(?:\{\s*(?:"|\})|\[\s*(?:[[{"\d\-tfn]|\]))/.test(start)) return false;
  try {
    JSON.parse(start);
    return true;
  } catch {
    // A head that was cut is still JSON where it begins like an object or a list of objects.
    return /^(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(start) && start.length > 1024 && !looksLikeJsonLines(start);
  }
}

/** Two lines or more that are each an object or a list (jsonlines.org); the last one may be cut. */
function looksLikeJsonLines(start: string): boolean {
  const lines = start.split(/\r?\n/, 4).filter((line) => line.trim() !== '');
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  return whole.length > 1 && whole.every((line) => /^\s*[[{]/.test(line) && looksLikeJson(line.trim()));
}

/** Five lines or more with the same number of separators, one of them at least, and no sentence ends among them. */
function looksLikeCsv(start: string): boolean {
  const lines = start
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  if (lines.length < 5) return false;
  const body = lines.length > 6 ? lines.slice(0, -1) : lines;
  return [',', ';', '\t'].some((separator) => {
    const counts = body.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1);
    const [first = 0] = counts;
    return first >= 1 && counts.every((count) => count === first);
  });
}
