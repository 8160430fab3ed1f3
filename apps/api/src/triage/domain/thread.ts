import { hash } from 'node:crypto';
import type { TriageMessage } from './triage-model.js';

/** `Re:`, `AW:`, `Fwd: [list]` and their kin in many languages; bounded repeats. */
const PREFIX =
  /^(?:\s*(?:re|aw|antw|antwort|sv|vs|odp|fwd?|wg|tr|rv|enc|res|ref|r|i|doorst|vb)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*|\s*\[[^\]\n]{1,40}\]\s*){1,10}/iu;

/** The subject without reply and forward marks, lower case, single spaces. */
export const normalisedSubject = (subject: string | null): string =>
  (subject ?? '').slice(0, 300).replace(PREFIX, '').toLowerCase().replace(/\s+/g, ' ').trim();

const isReply = (subject: string | null): boolean =>
  /^\s*(?:re|aw|antw|sv|fwd?|wg|tr|rv|res)\s*(?:\[\d{1,3}\])?\s*[:：]/iu.test(subject ?? '');

const bareId = (id: string): string => id.trim().replace(/^<|>$/g, '');

/**
 * The same id for all mails of a conversation: from the root of the references where the headers have them, else from
 * Outlook's own id, else from subject and participants, whoever of them wrote.
 */
export function threadIdOf(message: TriageMessage): string {
  const root = message.references[0] ?? message.inReplyTo ?? (isReply(message.subject) ? null : message.messageId);
  const key = root === null ? keyWithoutRoot(message) : `root\n${bareId(root)}`;
  return `thr_${hash('sha256', key).slice(0, 32)}`;
}

const keyWithoutRoot = (message: TriageMessage): string =>
  message.conversationId === null ? `subject\n${subjectKey(message)}` : `conversation\n${message.conversationId}`;

function subjectKey(message: TriageMessage): string {
  const addresses = [message.from, ...message.to].flatMap((person) =>
    person === null ? [] : [person.address.toLowerCase()],
  );
  return [normalisedSubject(message.subject), ...new Set(addresses.sort())].join('\n');
}
