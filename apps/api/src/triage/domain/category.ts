import type { Analysis } from './analysis.js';
import { shares } from './shares.js';
import { CATEGORIES, type CategoryGuess, type CategoryName, type TriageMessage } from './triage-model.js';

/** Nothing of it and the mail is `general`; one cue that says its category by itself is more than this. */
const GENERAL_SCORE = 1;
const SUBJECT_FACTOR = 2;
/** How a subject begins is the sender's own label of the mail: "Complaint: …", "Kündigung …". */
const LABEL_FACTOR = 3.5;
/** Evidence to log-odds: one strong cue more makes a category e^1.5 times as likely. */
const SHARPNESS = 0.5;
const ALTERNATIVES = 3;

/** What a header says by itself: RFC 3834 for automatic answers, RFC 2919 and 2369 for lists. */
interface HeaderRule {
  readonly header: string;
  readonly pattern: RegExp;
  readonly category: CategoryName;
  readonly score: number;
}

const HEADER_RULES: readonly HeaderRule[] = [
  { header: 'auto-submitted', pattern: /^\s*auto-replied/i, category: 'auto_reply', score: 12 },
  { header: 'x-autoreply', pattern: /./, category: 'auto_reply', score: 12 },
  { header: 'precedence', pattern: /^\s*auto_reply/i, category: 'auto_reply', score: 12 },
  { header: 'precedence', pattern: /^\s*(?:bulk|list)/i, category: 'newsletter', score: 6 },
  { header: 'list-unsubscribe', pattern: /./, category: 'newsletter', score: 6 },
  { header: 'list-id', pattern: /./, category: 'newsletter', score: 6 },
  { header: 'x-spam-flag', pattern: /^\s*yes/i, category: 'spam', score: 10 },
];
const BOUNCE_SENDER = /^(?:mailer-daemon|postmaster)@/i;
const BOUNCE_SCORE = 8;

function headerScores({ headers, from }: TriageMessage): [CategoryName, number][] {
  const matching = HEADER_RULES.filter(({ header, pattern }) => pattern.test(headers[header] ?? ''));
  const isBounce = BOUNCE_SENDER.test(from?.address ?? '');
  return [
    ...matching.map(({ category, score }): [CategoryName, number] => [category, score]),
    ...(isBounce ? ([['auto_reply', BOUNCE_SCORE]] as [CategoryName, number][]) : []),
  ];
}

const placeFactor = (start: number, subjectEnd: number): number => {
  if (start >= subjectEnd) return 1;
  return start === 0 ? LABEL_FACTOR : SUBJECT_FACTOR;
};

/** The business category by cues and headers, with a confidence that falls where others are near. */
export function categoryOf(message: TriageMessage, analysis: Analysis): CategoryGuess {
  const totals = new Map<CategoryName, number>(CATEGORIES.map((name) => [name, 0]));
  const seen = new Map<string, number>();
  for (const { cue, start } of analysis.matches) {
    if (cue.family !== 'category') continue;
    const name = cue.label as CategoryName;
    const times = seen.get(cue.phrase) ?? 0;
    seen.set(cue.phrase, times + 1);
    // A word said again is the same evidence again: it counts half, then a quarter.
    const weight = cue.weight * 0.5 ** times * placeFactor(start, analysis.subjectEnd);
    totals.set(name, (totals.get(name) ?? 0) + weight);
  }
  for (const [name, weight] of headerScores(message)) totals.set(name, (totals.get(name) ?? 0) + weight);
  totals.set('general', Math.min(totals.get('general') ?? 0, 1) + GENERAL_SCORE);
  const ranked = shares([...totals].map(([name, score]) => ({ name, score: SHARPNESS * score })));
  const [best = { name: 'general' as const, confidence: 0 }, ...rest] = ranked;
  return { ...best, alternatives: rest.slice(0, ALTERNATIVES) };
}
