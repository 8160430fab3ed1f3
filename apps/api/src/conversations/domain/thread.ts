import { stemsIn } from './mail-traces.js';

/** A conversation in a list. */
export interface ThreadSummaryRow {
  readonly threadId: string;
  readonly subject: string | null;
  readonly mails: number;
  /** Mails that somebody waits for an answer to. */
  readonly open: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** Exact, as cursors hold it. */
  readonly place: string;
}

/** What of a triage a thread is summarised from. */
export interface SummarisedMail {
  readonly language: { readonly code: string };
  readonly category: { readonly name: string };
  readonly priority: { readonly level: string; readonly score: number };
  readonly summary: {
    readonly text: string;
    readonly keyPoints: readonly string[];
    /** Sentences of the mail, or objects that quote one. */
    readonly actionItems: readonly (string | { readonly text: string })[];
    readonly deadlines: readonly { readonly date: string; readonly quote: string }[];
  };
}

export interface ThreadMail {
  readonly documentId: string;
  readonly sender: string | null;
  readonly sentAt: Date;
  readonly stems: readonly number[];
  readonly questions: readonly string[];
  readonly isDuplicate: boolean;
  readonly needsReply: boolean;
  readonly automatic: boolean;
  readonly email: {
    readonly from: string | null;
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly subject: string | null;
  } | null;
  readonly triage: SummarisedMail | null;
}

/** Words of a mail of the thread, and the mail that they stand in. */
export interface Quoted {
  readonly quote: string;
  readonly documentId: string;
}

export interface OpenPoint extends Quoted {
  /** Whether nobody else has written of it since. */
  readonly open: boolean;
  /** The mail that answered it; null while it is open. */
  readonly answeredBy: string | null;
}

export interface ThreadSummary {
  readonly text: string;
  readonly keyPoints: readonly Quoted[];
  readonly questions: readonly OpenPoint[];
  readonly actionItems: readonly OpenPoint[];
  readonly deadlines: readonly (OpenPoint & { readonly date: string })[];
  /** The last question, or else task, that nobody has answered; null for none. */
  readonly openQuestion: Quoted | null;
}

const KEY_POINTS = 6;
const POINTS = 20;

/** Content words of an answer that speaks of nothing by itself: `Yes, done.` */
const SHORT_ANSWER = 4;

/**
 * The next mail of somebody else that answers a point: one that shares a word with it or is too short to speak of anything else; where
 * the point is all that was asked, any.
 */
function answerTo(point: string, at: number, mails: readonly ThreadMail[], isSole: boolean): string | null {
  const asked = mails[at];
  if (asked === undefined) return null;
  const words = new Set(stemsIn(point, asked.triage?.language.code ?? 'en'));
  for (const mail of mails.slice(at + 1)) {
    if (mail.automatic || mail.sender === null || mail.sender === asked.sender) continue;
    if (isSole || words.size === 0 || mail.stems.length <= SHORT_ANSWER || mail.stems.some((stem) => words.has(stem)))
      return mail.documentId;
  }
  return null;
}

const firstSentence = (text: string): string => /^[^\n]{1,400}?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text.slice(0, 400);

/**
 * What a conversation is about and what of it is still to be done: out of the summaries of its mails, which have neither quoted
 * history nor signatures. Mails that were sent twice count once; automatic ones ask for nothing.
 */
export function summaryOfThread(all: readonly ThreadMail[]): ThreadSummary {
  const mails = all.filter(({ isDuplicate }) => !isDuplicate);
  const written = mails.map((mail, at) => ({ mail, at })).filter(({ mail }) => !mail.automatic);
  const points = (of: (mail: ThreadMail) => readonly string[]): OpenPoint[] =>
    written
      .flatMap(({ mail, at }) => of(mail).map((quote, _, { length }) => pointOf(quote, at, mails, length === 1)))
      .slice(-POINTS);
  const questions = points((mail) => mail.questions);
  const actionItems = points(({ triage }) => (triage?.summary.actionItems ?? []).map(textOf));
  const deadlines = written.flatMap(({ mail, at }) =>
    (mail.triage?.summary.deadlines ?? []).map(({ date, quote }) => ({ date, ...pointOf(quote, at, mails, false) })),
  );
  const open = [...questions, ...actionItems].filter((point) => point.open);
  const last = questions.findLast((point) => point.open) ?? open.at(-1);
  return {
    text: headlineOf(mails),
    keyPoints: keyPointsOf(mails),
    questions,
    actionItems,
    deadlines: deadlines.toSorted((a, b) => (a.date < b.date ? -1 : 1)).slice(0, POINTS),
    openQuestion: last === undefined ? null : { quote: last.quote, documentId: last.documentId },
  };
}

const textOf = (item: string | { readonly text: string }): string => (typeof item === 'string' ? item : item.text);

function pointOf(quote: string, at: number, mails: readonly ThreadMail[], isSole: boolean): OpenPoint {
  const answeredBy = answerTo(quote, at, mails, isSole);
  return { quote, documentId: mails[at]?.documentId ?? '', open: answeredBy === null, answeredBy };
}

/** How it began, and how it stands. */
function headlineOf(mails: readonly ThreadMail[]): string {
  const told = mails.filter(({ triage }) => triage !== null && triage.summary.text !== '');
  const [first] = told;
  const last = told.findLast(({ automatic }) => !automatic);
  const parts = [first, ...(last === undefined || last === first ? [] : [last])];
  return [...new Set(parts.map((mail) => firstSentence(mail?.triage?.summary.text ?? '')))].join(' ').trim();
}

/** The first of each mail before the second of any: a long mail does not speak for all others. */
function keyPointsOf(mails: readonly ThreadMail[]): Quoted[] {
  const seen = new Set<string>();
  const found: (Quoted & { at: number })[] = [];
  for (let rank = 0; rank < 3 && found.length < KEY_POINTS; rank++) {
    for (const [at, { documentId, triage }] of mails.entries()) {
      const quote = triage?.summary.keyPoints[rank];
      if (quote === undefined || seen.has(quote) || found.length >= KEY_POINTS) continue;
      seen.add(quote);
      found.push({ quote, documentId, at });
    }
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ quote, documentId }) => ({ quote, documentId }));
}
