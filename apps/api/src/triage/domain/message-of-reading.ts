import type { EmailContent, StoredReading } from '@app/reading';
import type { TriageMessage } from './triage-model.js';

/** Longer bodies are triaged and masked up to here: enough for any letter, and no mail may hold a worker. UTF-16 code units. */
export const MOST_TEXT = 100_000;

/** The part of the reading that the engine works on, with its place in the reading's text. */
export function bodySpan(reading: StoredReading, email: EmailContent): { start: number; end: number } {
  const end = Math.min(email.bodyEnd, email.bodyStart + MOST_TEXT, reading.text.length);
  return { start: Math.min(email.bodyStart, end), end };
}

export function messageOfReading(
  reading: StoredReading,
  email: EmailContent,
  attachmentNames: readonly string[],
): TriageMessage {
  const { start, end } = bodySpan(reading, email);
  const { messageId, inReplyTo, references, conversationId, from, to, cc, subject, date, headers } = email;
  const known = { messageId, inReplyTo, references, conversationId, from, to, cc, subject, date, headers };
  return {
    ...known,
    text: reading.text.slice(start, end),
    sections: email.sections.flatMap((section) =>
      section.start >= end
        ? []
        : [{ ...section, start: section.start - start, end: Math.min(section.end, end) - start }],
    ),
    attachmentNames,
    hidden: reading.hidden.flatMap(({ text, reason }) => (reason === 'markup' ? [text] : [])),
  };
}
