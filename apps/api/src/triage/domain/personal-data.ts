import { detectPii, redactText } from '@model/privacy';
import { type CleanText, originalSpan } from './text-hygiene.js';
import type { PersonalData } from './triage-model.js';

/**
 * Personal data of a body, and the body with all of it masked. Looked for in the clean text, so that an invisible
 * character inside a number does not hide it; the spans point into the text as it came.
 */
export function personalDataOf(body: CleanText): { pii: PersonalData; redactedText: string } {
  const found = detectPii(body.text);
  const counts: Record<string, number> = {};
  for (const { type } of found) counts[type] = (counts[type] ?? 0) + 1;
  const entities = found.map(({ start, end, ...rest }) => ({ ...rest, ...originalSpan(body, start, end) }));
  return { pii: { counts, entities }, redactedText: redactText(body.text, found, 'mask').text };
}
