import { decodeText } from '../encoding/decode-text.js';

/** Names of header fields that mail has (RFC 5322 and common ones); one or two of them tell mail from `Key: value` text. */
const MAIL_FIELDS = new Set(
  (
    'from to cc bcc subject date received return-path delivered-to message-id mime-version content-type reply-to sender ' +
    'in-reply-to references content-transfer-encoding dkim-signature list-unsubscribe list-id authentication-results ' +
    'arc-seal x-mailer x-originating-ip thread-topic thread-index user-agent resent-from resent-to envelope-to importance ' +
    'received-spf content-disposition auto-submitted precedence comments newsgroups'
  ).split(' '),
);
const FIELD = /^([!-9;-~]{1,76})[ \t]*:/;
const FOLDED = /^[ \t]/;
/** At most this many header lines are looked at. */
const HEADER_LINES = 60;

const EXTENSIONS: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  eml: 'message/rfc822',
  htm: 'text/html',
  html: 'text/html',
  xhtml: 'text/html',
  xml: 'application/xml',
  json: 'application/json',
  jsonl: 'text/plain',
};

const extensionOf = (filename: string | undefined): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(filename ?? '')?.[1]?.toLowerCase() ?? '';

/** The kind of a text by its first bytes, or null where it is not text. The file's name only breaks ties between kinds of text. */
export function textMediaType(head: Uint8Array, filename?: string): string | null {
  const { text } = decodeText(head);
  if (!isText(text)) return null;
  const start = text.replace(/^\ufeff/, '').trimStart();
  const byName = EXTENSIONS[extensionOf(filename)];
  const fields = mailFields(start);
  // Mail may hold HTML and HTML may hold mail: what comes first decides.
  if (fields.known >= 2 || (byName === 'message/rfc822' && fields.known + fields.other >= 1))
    return fields.mailboxes > 1 ? 'application/mbox' : 'message/rfc822';
  if (looksLikeHtml(start)) return 'text/html';
  if (looksLikeXml(start)) return 'application/xml';
  if (looksLikeJson(start)) return 'application/json';
  if (byName === 'text/html') return /<[a-z!][^<>]*>/i.test(start) ? byName : 'text/plain';
  if (byName === 'text/csv' || byName === 'text/tab-separated-values' || byName === 'text/markdown') return byName;
  return looksLikeCsv(start) ? 'text/csv' : 'text/plain';
}

/** Control characters (tabs and line ends aside) do not occur in text; a few are forgiven. */
function isText(text: string): boolean {
  if (text.length === 0) return false;
  let odd = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0) odd += 4;
    else if (
      (code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1b) ||
      code === 0x7f ||
      code === 0xfffd ||
      (code >= 0x80 && code < 0xa0)
    )
      odd++;
  }
  return odd <= text.length * 0.02 || (odd <= 2 && text.length > 20);
}

interface MailFields {
  readonly known: number;
  readonly other: number;
  /** Messages that begin with mbox's `From ` line. */
  readonly mailboxes: number;
}

function mailFields(text: string): MailFields {
  const isMbox = /^From \S+ /.test(text);
  const mailboxes = isMbox ? (text.match(/^From \S+ +\S.*\d{4}/gm)?.length ?? 1) : 0;
  const lines = text.split(/\r\n|\r|\n/, HEADER_LINES + 1).slice(isMbox ? 1 : 0);
  const seen = new Set<string>();
  let other = 0;
  for (const line of lines) {
    if (line === '') break;
    if (FOLDED.test(line)) continue;
    const name = FIELD.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) {
      if (seen.size === 0) return { known: 0, other: 0, mailboxes: 0 };
      break;
    }
    if (MAIL_FIELDS.has(name) || name.startsWith('x-')) seen.add(name);
    else other++;
  }
  return { known: seen.size, other, mailboxes };
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
    return /^(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(start) && start.length > 1024;
  }
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
