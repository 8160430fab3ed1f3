import { publicId } from '@app/kernel';
import type { OpenPoint, Quoted, ThreadMail, ThreadSummaryRow } from '../domain/thread.js';
import type { MailThread } from '../mail-threads.service.js';
import type { OpenPointDto, QuotedDto, ThreadDto, ThreadItemDto, ThreadMailDto } from './dto/thread.dto.js';

/** The fields of a DTO class without the class. */
type Plain<T> = { [K in keyof T]: T[K] };

export const threadItemView = (row: ThreadSummaryRow): Plain<ThreadItemDto> => ({
  threadId: publicId('thread', row.threadId),
  subject: row.subject,
  mails: row.mails,
  open: row.open,
  firstAt: row.firstAt.toISOString(),
  lastAt: row.lastAt.toISOString(),
});

const quotedView = ({ quote, documentId }: Quoted): Plain<QuotedDto> => ({
  quote,
  documentId: publicId('document', documentId),
});

const pointView = (point: OpenPoint): Plain<OpenPointDto> => ({
  ...quotedView(point),
  open: point.open,
  answeredBy: point.answeredBy && publicId('document', point.answeredBy),
});

const foundOf = (triage: ThreadMail['triage']) => ({
  category: triage?.category.name ?? null,
  priority: triage?.priority.level ?? null,
  summary: triage?.summary.text ?? null,
});

const mailView = ({ documentId, email, sentAt, triage, isDuplicate }: ThreadMail): Plain<ThreadMailDto> => ({
  documentId: publicId('document', documentId),
  from: email?.from ?? null,
  to: [...(email?.to ?? [])],
  subject: email?.subject ?? null,
  sentAt: sentAt.toISOString(),
  ...foundOf(triage),
  isDuplicate,
});

export function threadView({ threadId, mails, summary }: MailThread): Plain<ThreadDto> {
  const people = mails.flatMap(({ email }) => [email?.from ?? null, ...(email?.to ?? []), ...(email?.cc ?? [])]);
  const { text, keyPoints, questions, actionItems, deadlines, openQuestion } = summary;
  return {
    threadId: publicId('thread', threadId),
    subject: mails[0]?.email?.subject ?? null,
    participants: [...new Set(people.filter((person) => person !== null))],
    firstAt: mails[0]?.sentAt.toISOString() ?? '',
    lastAt: mails.at(-1)?.sentAt.toISOString() ?? '',
    mails: mails.map(mailView),
    openQuestion: openQuestion && quotedView(openQuestion),
    summary: {
      text,
      keyPoints: keyPoints.map(quotedView),
      questions: questions.map(pointView),
      actionItems: actionItems.map(pointView),
      deadlines: deadlines.map((deadline) => ({ ...pointView(deadline), date: deadline.date })),
    },
  };
}
