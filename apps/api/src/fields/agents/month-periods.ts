import { within, type DocumentView } from '../domain/document-view.js';
import { findDatesOnce } from '../domain/values.js';
import type { Found, RegionReader } from './field-agent.js';

const NAMED = /(?<!\p{L})(\p{L}{3,10})\.?\s+(?:de\s+)?((?:19|20)\d{2})(?!\d)/u;
const NUMBERED = /(?<![\d./-])(0?[1-9]|1[0-2])\s?[/.-]\s?((?:19|20)\d{2})(?![\d./-])/;
/** A month stands close behind its label. */
const REACH = 12;

const lastOf = (iso: string): string => {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** "May 2025", "05/2025": the first or the last day of that month. */
export function monthReader(view: DocumentView, side: 'start' | 'end'): RegionReader {
  return ({ start, end }): readonly Found[] => {
    const text = view.text.slice(start, Math.min(end, start + 60));
    if (within(view.dates, start, end).length > 0) return [];
    const match = NAMED.exec(text) ?? NUMBERED.exec(text);
    if (!match || match.index > REACH) return [];
    const day = NAMED.test(match[0])
      ? `1 ${match[1] ?? ''} ${match[2] ?? ''}`
      : `${match[2] ?? ''}-${(match[1] ?? '').padStart(2, '0')}-01`;
    const [first] = findDatesOnce(day, view.language);
    if (!first) return [];
    const at = start + match.index;
    const value = side === 'start' ? first.iso : lastOf(first.iso);
    return [{ value, raw: match[0], start: at, end: at + match[0].length, fit: 0.95 }];
  };
}
