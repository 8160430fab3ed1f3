import { CHARACTER_WORDS, type RtfHandler, RtfParser } from './rtf-parser.js';

/** `\fromhtml1` stands among the first ten pieces of the header ([MS-OXRTFEX] 2.1.3.1.1); writers are not that strict. */
const HEADER_BYTES = 4096;

/**
 * The HTML that was put into an RTF by a mail program ([MS-OXRTFEX]); null where the RTF was made from something else. Throws
 * `corrupt_document` where groups are nested without end.
 */
export function rtfToHtml(rtf: Uint8Array): string | null {
  const head = Buffer.from(rtf.subarray(0, HEADER_BYTES)).toString('latin1');
  if (!/\\fromhtml(?:1|(?![a-z0-9]))/.test(head)) return null;
  const handler = new HtmlHandler();
  new RtfParser(handler).parse(rtf);
  return handler.html;
}

interface GroupState {
  /** Text of a tag, text of the document, or nothing that is HTML. */
  readonly place: 'tag' | 'text' | 'skipped';
  /** Between `\htmlrtf` and `\htmlrtf0`: what only readers of RTF need ([MS-OXRTFEX] 2.1.3.1.4). */
  readonly isRtfOnly: boolean;
}

/** What controls are in HTML, outside tags ([MS-OXRTFEX] 3.1.1.3.1 and 2.2.3). */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['~', '&nbsp;'],
  ['-', '&shy;'],
  ['_', '&#8209;'],
]);

/** Destinations that hold none of the HTML. */
const WITHOUT_HTML = new Set('stylesheet colortbl info pict listtext pntext mhtmltag bkmkstart bkmkend'.split(' '));

class HtmlHandler implements RtfHandler {
  html = '';
  readonly wantsData = false;
  private state: GroupState = { place: 'text', isRtfOnly: false };
  private readonly stack: GroupState[] = [];

  open(): void {
    this.stack.push(this.state);
  }

  close(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  control(word: string, parameter: number | null, isIgnorable: boolean): void {
    const { place, isRtfOnly } = this.state;
    if (place === 'skipped') return;
    if (word === 'htmlrtf') this.state = { place, isRtfOnly: parameter !== 0 };
    else if (word === 'htmltag') this.state = { place: 'tag', isRtfOnly: false };
    else if (isIgnorable || WITHOUT_HTML.has(word)) this.state = { place: 'skipped', isRtfOnly };
    else this.text(characterOf(word, place) ?? '');
  }

  text(text: string): void {
    if (this.state.place !== 'skipped' && !this.state.isRtfOnly) this.html += text;
  }

  data(): void {
    // Pictures are attachments of the mail; nothing here is data.
  }
}

const characterOf = (word: string, place: GroupState['place']): string | undefined =>
  (place === 'tag' && word !== 'par' && word !== 'line' ? undefined : ENTITIES.get(word)) ?? CHARACTER_WORDS.get(word);
