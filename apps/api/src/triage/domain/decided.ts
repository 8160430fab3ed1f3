import type { Corrected, Decision } from '../../dispatch/index.js';
import { LEVELS } from './priority.js';
import type { Triage, TriageResult } from './triage-model.js';

/** A result with what the tenant's own ways made of it. */
export type DecidedResult = TriageResult &
  Pick<Triage, 'routing' | 'service' | 'rules' | 'taught' | 'attachments' | 'corrected'>;

const MOST_REASONS = 8;

/** Pure. Sure of what a rule says is whoever wrote the rule. */
export function decided(result: TriageResult, decision: Decision): DecidedResult {
  const { category, categoryBy, type, score, level, reasons, routing, service, rules, taught } = decision;
  const lesson = (field: 'category' | 'type'): Decision['taught'][number] | undefined =>
    taught.find((one) => one.field === field);
  const isOwn = categoryBy === null && lesson('category') === undefined;
  const confidence = categoryBy === null ? (lesson('category')?.share ?? 1) : 1;
  return {
    ...result,
    category: isOwn ? result.category : { name: category, confidence, alternatives: alternativesOf(result) },
    type:
      type === result.type.name
        ? result.type
        : { name: type as TriageResult['type']['name'], confidence: lesson('type')?.share ?? 1 },
    priority: { level, score, reasons: [...reasons, ...result.priority.reasons].slice(0, MOST_REASONS) },
    origin: isOwn
      ? result.origin
      : {
          ...result.origin,
          category: { ...result.origin.category, by: categoryBy === null ? 'learned' : 'rule', reason: categoryBy },
        },
    routing,
    service: service && { ...service, dueAt: service.dueAt.toISOString() },
    rules,
    taught: taught.map(({ field, value, mails, against }) => ({ field, value, mails, against })),
    attachments: [],
    corrected: [],
  };
}

const alternativesOf = ({
  category: { name, confidence, alternatives },
}: TriageResult): TriageResult['category']['alternatives'] => [{ name, confidence }, ...alternatives].slice(0, 3);

/** The score in the middle of a level, so that mails that people have judged stand among the others of it. */
function scoreIn(level: string, score: number): number {
  const at = LEVELS.findIndex(([, name]) => name === level);
  const [least, most] = [LEVELS[at]?.[0] ?? 0, LEVELS[at - 1]?.[0] ?? 1];
  return score >= least && score < most ? score : Number(((least + most) / 2).toFixed(4));
}

/** A result with what people have said of it, which stands whatever is found later. Pure. */
export function withCorrections<T extends DecidedResult>(result: T, said: Corrected): T {
  const { priority, category, type, routing } = said;
  const corrected = Object.keys(said);
  if (corrected.length === 0) return result;
  return {
    ...result,
    ...(priority !== undefined && {
      priority: {
        level: priority,
        score: scoreIn(priority, result.priority.score),
        reasons: ['corrected', ...result.priority.reasons],
      },
    }),
    ...(category !== undefined && {
      category: { name: category, confidence: 1, alternatives: alternativesOf(result) },
      origin: { ...result.origin, category: { ...result.origin.category, by: 'person', reason: null } },
    }),
    ...(type !== undefined && { type: { name: type, confidence: 1 } }),
    ...(routing !== undefined && { routing: { target: routing, reason: 'person', rule: null } }),
    corrected,
  };
}
