/** `Re:`, `AW:`, `Fwd: [list]` and their kin in many languages; bounded repeats. */
const PREFIX =
  /^(?:\s*(?:re|aw|antw|antwort|sv|vs|odp|fwd?|wg|tr|rv|enc|res|ref|r|i|doorst|vb)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*|\s*\[[^\]\n]{1,40}\]\s*){1,10}/iu;

/** The subject without reply and forward marks, lower case, single spaces. */
export const normalisedSubject = (subject: string | null): string =>
  (subject ?? '').slice(0, 300).replace(PREFIX, '').toLowerCase().replace(/\s+/g, ' ').trim();

export const isReplySubject = (subject: string | null): boolean =>
  /^\s*(?:re|aw|antw|antwort|sv|odp|fwd?|wg|tr|rv|res|vb)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]/iu.test(subject ?? '');
