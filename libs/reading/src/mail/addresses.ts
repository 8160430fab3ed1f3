import type { Mailbox } from '../reading-model.js';
import { headerText } from './encoded-words.js';

/** A name that is longer is not looked into for an address. */
const LONGEST_ADDRESS = 1000;

/** Parts of a group's name, words and what stands between them. */
const MOST_GROUP_WORDS = 20;

/** Parts of an address list (RFC 5322, 3.4), encoded words among them; each takes one character or more. */
const TOKEN = /"(?:[^"\\]|\\[\s\S])*"|=\?[^?\s]{1,60}\?[bq]\?[^?]*\?=|\\[\s\S]?|[^"\\()<>,;:=]+|[\s\S]/gi;

/**
 * The mailboxes of a header's value with one character a byte, those inside groups included. Takes what is damaged as far
 * as it goes: a name without an address, an address without brackets, semicolons between mailboxes.
 */
export function parseAddresses(raw: string, charset: string | null = null): Mailbox[] {
  const boxes = new AddressScan(charset).scan(raw);
  return boxes.flatMap((box) => (box.address === '' ? hiddenAddresses(box) : [box]));
}

/** Some mailers encode name and address as one word. */
function hiddenAddresses(box: Mailbox): Mailbox[] {
  if (box.name.length > LONGEST_ADDRESS || !/<[^<>@]*@[^<>@]*>|^[^\s@]+@[^\s@]+$/.test(box.name)) return [box];
  const inside = new AddressScan('utf-8').scan(Buffer.from(box.name).toString('latin1'));
  return inside.some(({ address }) => address !== '') ? inside : [box];
}

class AddressScan {
  private readonly boxes: Mailbox[] = [];
  private words: string[] = [];
  private comments: string[] = [];
  private angle: string | null = null;
  private depth = 0;
  private isInAngle = false;
  private isInGroup = false;

  constructor(private readonly charset: string | null) {}

  scan(raw: string): Mailbox[] {
    for (const [token] of raw.matchAll(TOKEN)) {
      if (this.depth > 0) this.inComment(token);
      else if (this.isInAngle) this.inAngle(token);
      else this.outside(token);
    }
    this.finish();
    return this.boxes;
  }

  private outside(token: string): void {
    if (token === '(') this.depth = 1;
    else if (token === '<') this.startAngle();
    else if (token === ',' || token === ';') {
      this.finish();
      if (token === ';') this.isInGroup = false;
    } else if (token === ':' && !this.isInGroup && this.angle === null) this.startGroup();
    else this.word(token);
  }

  private word(token: string): void {
    // A name behind an address is the next one's, unless this one has none.
    if (this.angle !== null && this.words.length > 0 && token.trim() !== '') this.finish();
    if (token.trim() !== '' || this.words.length > 0) this.words.push(token);
  }

  private inComment(token: string): void {
    if (token === '(') this.depth++;
    if (token === ')') this.depth--;
    if (this.depth > 0) this.comments.push(token);
  }

  private inAngle(token: string): void {
    if (token === '>') this.isInAngle = false;
    else if (token === '(') this.depth = 1;
    // The bracket was never closed; a comma inside a route stands behind a host that begins with `@`.
    else if (token === ',' && /^[^@]+@/.test(this.angle ?? '')) this.finish();
    else this.angle += token;
  }

  private startAngle(): void {
    // A second address without a comma before it.
    if (this.angle !== null) this.finish();
    this.angle = '';
    this.isInAngle = true;
  }

  /** What stood before the colon is the group's name; a port or a time is none. */
  private startGroup(): void {
    if (this.words.length > MOST_GROUP_WORDS || /@|\d$/.test(this.words.join(''))) this.words.push(':');
    else {
      this.isInGroup = true;
      this.words = [];
      this.comments = [];
    }
  }

  private finish(): void {
    const raw = withoutGaps(this.words.join('').trim());
    const bare = this.angle === null && isAddress(raw);
    const words = bare ? raw : this.words.map(unquoted).join('').trim();
    const comment = this.comments.join('').trim();
    const address = cleanAddress(bare ? words : (this.angle ?? ''));
    const name = tidy(headerText(bare || words === '' ? comment : words, this.charset));
    // A comment alone names nobody.
    if (address !== '' || (words !== '' && name !== ''))
      this.boxes.push({ name, address: headerText(address, this.charset) });
    this.words = [];
    this.comments = [];
    this.angle = null;
    this.isInAngle = false;
  }
}

/** Blanks around the dots and the `@` of an address (RFC 5322, 4.4). */
const withoutGaps = (words: string): string =>
  words.length < LONGEST_ADDRESS && words.includes('@') ? words.replace(/ *([.@]) */g, '$1') : words;

const isAddress = (words: string): boolean => /^(?:[^\s@"]+|"[^"]*")@[^\s@]+$/.test(words) && !words.startsWith('=?');

/** Without blanks and without the route of old (RFC 5322, 4.4). */
const cleanAddress = (raw: string): string =>
  (raw.includes('"') ? raw.trim() : raw.replace(/\s/g, '')).replace(/^(?:@[^:,@]*,?)+:/, '').replace(/^mailto:/i, '');

const unquoted = (token: string): string =>
  token.length > 1 && token.startsWith('"') ? token.slice(1, -1).replace(/\\([\s\S])/g, '$1') : token;

/** One blank between words; quotes that the mailer put around the name go. */
function tidy(name: string): string {
  const words = name.replace(/\s+/g, ' ').trim();
  let start = 0;
  let end = words.length;
  while (start < end && isQuote(words.charAt(start)) && isQuote(words.charAt(end - 1))) {
    start++;
    end--;
  }
  return words.slice(start, end).trim();
}

const isQuote = (char: string): boolean => char === "'" || char === '"';
