import { readHeaderBlock } from './header-block.js';

/** A message of a mailbox: its place, from behind its `From ` line to the next one. */
export interface MailboxMessage {
  readonly start: number;
  readonly end: number;
}

const FROM = Buffer.from('From ');
const QUOTED_FROM = '>From ';
const LF = 10;
const CR = 13;
/** RFC 4155, A: an address and a date behind `From `; mailers write both in many ways, but a year or a time is there. */
const SEPARATOR = /^From \S.{0,200}(?:\d{4}|\d\d:\d\d)/;
const FIELD = /^(?:[!-9;-~]{1,127}[ \t]*:|>From )/;
const LONGEST_LINE = 300;
const LONGEST_HEAD = 30_000;

/** True of bytes that hold more than one message of a mailbox. */
export function isMailbox(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isSeparator(buffer, skipLineEnds(buffer, 0))) return false;
  const messages = mailboxMessages(bytes);
  return !messages.next().done && !messages.next().done;
}

/**
 * The messages of a mailbox (mbox in its dialects), in order. A message ends where a `From ` line follows that a header
 * follows; `Content-Length` counts only where it leads to such a line or to the end.
 */
export function* mailboxMessages(bytes: Uint8Array): Generator<MailboxMessage, void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = skipLineEnds(buffer, 0);
  while (at < buffer.length) {
    const start = isSeparator(buffer, at) ? lineAfter(buffer, at) : at;
    const next = nextSeparator(buffer, byLength(buffer, start) ?? start);
    yield { start, end: next };
    at = next;
  }
}

/** A message's bytes, lines that were quoted for the mailbox as they were before (mboxrd; mboxo where it can be told). */
export function unquoteFrom(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes(QUOTED_FROM)) return bytes;
  return Buffer.from(buffer.toString('latin1').replace(/^>(?=>*From )/gm, ''), 'latin1');
}

function byLength(buffer: Buffer, start: number): number | null {
  if (!/^content-length:/im.test(buffer.toString('latin1', start, blankLineAfter(buffer, start)))) return null;
  const { bodyStart, ...block } = readHeaderBlock(buffer.subarray(0, start + LONGEST_HEAD), start);
  const length = Number(block.fields.findLast(({ name }) => name === 'content-length')?.value);
  const end = bodyStart + length;
  if (!(length >= 0) || end > buffer.length) return null;
  const next = skipLineEnds(buffer, end);
  return next === buffer.length || isSeparator(buffer, next) ? Math.max(start, next - 1) : null;
}

/** The end of the header that begins here, as far as it is looked at. */
function blankLineAfter(buffer: Buffer, start: number): number {
  const most = Math.min(buffer.length, start + LONGEST_HEAD);
  let at = start;
  while (at < most && buffer[at] !== LF && buffer[at] !== CR) at = lineAfter(buffer, at);
  return Math.min(at, most);
}

/** The next line that begins a message; the end where there is none. */
function nextSeparator(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf(FROM, from); at >= 0; at = buffer.indexOf(FROM, at + 1))
    if (at > from && buffer[at - 1] === LF && isSeparator(buffer, at)) return at;
  return buffer.length;
}

function isSeparator(buffer: Buffer, at: number): boolean {
  if (!SEPARATOR.test(buffer.toString('latin1', at, at + LONGEST_LINE).split('\n', 1)[0] ?? '')) return false;
  const next = lineAfter(buffer, at);
  return next < buffer.length && FIELD.test(buffer.toString('latin1', next, next + LONGEST_LINE));
}

function lineAfter(buffer: Buffer, at: number): number {
  const end = buffer.indexOf(LF, at);
  return end < 0 ? buffer.length : end + 1;
}

function skipLineEnds(buffer: Buffer, from: number): number {
  let at = from;
  while (buffer[at] === LF || buffer[at] === CR) at++;
  return at;
}
