import { Parser } from 'htmlparser2';

const REFERENCE = /&(?:#[xX]?[0-9A-Fa-f]{1,16}|[A-Za-z][A-Za-z0-9]{1,31});?/g;
/** Names that occur are few; a page that makes up more of them only loses time. */
const MAX_KNOWN = 5000;
const known = new Map<string, string>();

/** Character references as characters (HTML standard, 13.2.5.72: all named ones, with or without semicolon). */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, decodeReference) : text;

/** In attributes a name without semicolon may be a part of an address: `?a=1&copy=2`. */
export const decodeAttribute = (value: string): string =>
  value.includes('&')
    ? value.replace(REFERENCE, (reference) => (reference.endsWith(';') ? decodeReference(reference) : reference))
    : value;

function decodeReference(reference: string): string {
  const before = known.get(reference);
  if (before !== undefined) return before;
  let text = '';
  const parser = new Parser({ ontext: (piece) => (text += piece) });
  parser.end(reference);
  // Control characters are no text, however they are written.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  text = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(reference, text);
  return text;
}
