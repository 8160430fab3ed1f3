import type { DocumentView } from '../domain/document-view.js';
import type { Issuer } from './issuer.js';

/** Rows at the end of a letter in which its writer signs. */
const FOOT_ROWS = 8;
/** A name that stands at the head and signs. */
const SIGNED = 0.8;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Those at the head of a letter who sign at its end. */
export function writersAmong(view: DocumentView, issuers: readonly Issuer[]): Issuer[] {
  const rows = view.layout.rows;
  const signed = new Set(rows.slice(-FOOT_ROWS).flatMap((row) => row.map(({ text }) => plain(text))));
  const half = rows.length - FOOT_ROWS;
  return issuers
    .filter(({ name: [first], name }) => {
      const text = plain(name.map((cell) => cell.text).join(' '));
      return first !== undefined && first.row < half && text.length > 3 && signed.has(text);
    })
    .map((issuer) => ({ ...issuer, score: Math.max(issuer.score, SIGNED) }));
}
