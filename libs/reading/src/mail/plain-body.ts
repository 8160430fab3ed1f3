import { cleanText } from '../encoding/decode-text.js';

/** Plain text as it is shown: lines end in `\n`, no empty lines at the end. */
export const plainBody = (text: string): string => cleanText(text).trimEnd();

const QUOTE = /^>*/;
/** RFC 3676, 4.3: this line's blank does not make it go on. */
const SIGNATURE = '-- ';

/**
 * `format=flowed` (RFC 3676): a line that ends with a blank goes on in the next one, if that is quoted as deep. A blank that
 * was stuffed at the beginning goes.
 */
export function flowedBody(text: string, deletesBlank: boolean): string {
  const lines: string[] = [];
  /** How deep the last line is quoted, if it goes on. */
  let openDepth = -1;
  for (const raw of plainBody(text).split('\n')) {
    const quote = QUOTE.exec(raw)?.[0] ?? '';
    const body = raw.slice(quote.length).replace(/^ /, '');
    const isSoft = body.endsWith(' ') && body !== SIGNATURE;
    const shown = isSoft && deletesBlank ? body.slice(0, -1) : body;
    if (openDepth === quote.length && body !== SIGNATURE) lines.push((lines.pop() ?? '') + shown);
    else lines.push(quote === '' ? shown : `${quote} ${shown}`);
    openDepth = isSoft ? quote.length : -1;
  }
  return lines.join('\n').trimEnd();
}

/** text/enriched (RFC 1896) and text/richtext (RFC 1341): commands go, single line ends are blanks. */
export function enrichedBody(text: string): string {
  const shown = cleanText(text)
    .replace(/<param>[^<]{0,1000}<\/param>/gi, '')
    .replace(/<<|<nl>|<np>|<\/?[a-z][a-z0-9-]{0,59}>/gi, (command) =>
      command === '<<' ? '<' : /^<n[lp]>$/i.test(command) ? '\n\n' : '',
    );
  return shown.replace(/\n(\n*)/g, (_, more: string) => (more === '' ? ' ' : more)).trimEnd();
}
