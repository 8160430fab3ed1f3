import type { EmailContent, StoredReading } from '@app/reading';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What the sender says or passes on: neither history that is only quoted, nor the card of whoever signs. */
function spokenIn({ text }: Pick<StoredReading, 'text'>, email: EmailContent): Stretch[] {
  const spoken = email.sections.filter(({ kind, isForwarded }) => kind === 'new' || isForwarded === true);
  const says = spoken.some(({ start, end }) => text.slice(start, end).trim() !== '');
  return says ? spoken : [{ start: email.bodyStart, end: email.bodyEnd }];
}

function subjectIn({ text }: Pick<StoredReading, 'text'>, { subject, bodyStart }: EmailContent): Stretch[] {
  const start = subject === null || subject === '' ? -1 : text.lastIndexOf(subject, bodyStart);
  return start < 0 || subject === null || start + subject.length > bodyStart
    ? []
    : [{ start, end: start + subject.length }];
}

/**
 * An e-mail as extraction looks at it: subject and body, with blanks in the place of all else. Its head says when and by whom it
 * was sent, and none of that is of what it is about. Places stay what they are in the whole text.
 */
export function bodyReading(
  reading: Pick<StoredReading, 'text' | 'pages'>,
  email: EmailContent,
): Pick<StoredReading, 'text' | 'pages'> {
  const kept = [...subjectIn(reading, email), ...spokenIn(reading, email)];
  const isKept = (one: Stretch): boolean => kept.some(({ start, end }) => one.start < end && one.end > start);
  let text = '';
  for (const { start, end } of [...kept, { start: reading.text.length, end: reading.text.length }]) {
    text += reading.text.slice(text.length, Math.max(start, text.length)).replace(/[^\n]/g, ' ');
    text += reading.text.slice(text.length, end);
  }
  const pages = reading.pages.map((page) => ({
    ...page,
    lines: page.lines.filter(isKept),
    blocks: page.blocks.filter(isKept),
  }));
  return { text, pages };
}
