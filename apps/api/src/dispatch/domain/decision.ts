import { learnedChange, type Lesson, type Weights } from './learned.js';
import type { Level, Policy } from './policy.js';
import { type Precedents, type Taught, taughtBy } from './precedents.js';
import { heldRules, type RuleBook, type RuledMail } from './rules.js';
import { type ServiceState, serviceOf } from './service-level.js';

/** A mail as the engine, the tenant's classifier and models have found it. */
export interface DecidedMail extends RuledMail {
  /** 0..1 */
  readonly score: number;
  readonly features: Lesson['features'];
  /** When it came. */
  readonly arrived: Date;
  /** Mails of its sender in the thread that nobody has answered. */
  readonly unanswered: { readonly count: number; readonly since: Date | null };
}

/** Levels with the least score of each, the highest first. */
export type LevelScale = readonly (readonly [least: number, level: Level])[];

export interface RuleMark {
  readonly name: string;
  readonly evidence: readonly string[];
}

export interface Routing {
  readonly target: string | null;
  /** `rule`: the rule of that name said so; `learned`: corrected mails like this one; `category`: the tenant's table; `otherwise`; `none`. */
  readonly reason: 'rule' | 'learned' | 'category' | 'otherwise' | 'none' | 'person';
  readonly rule: string | null;
}

export interface Decision {
  readonly category: string;
  readonly type: string;
  /** Null where nothing of the tenant's own changed them. */
  readonly categoryBy: string | null;
  readonly score: number;
  readonly level: Level;
  readonly reasons: readonly string[];
  readonly routing: Routing;
  readonly service: ServiceState | null;
  readonly rules: readonly RuleMark[];
  /** What of it corrected mails like this one have said. */
  readonly taught: readonly Taught[];
}

export interface TenantWays {
  readonly policy: Policy;
  readonly book: RuleBook;
  readonly weights: Weights;
  readonly precedents: Precedents;
}

const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** Scores of 0 and 1 would not move any more. */
const inside = (score: number): number => Math.min(0.9999, Math.max(0.0001, score));

/** What one mail more without an answer adds to the log-odds, up to three; and that it waits for days. */
const UNANSWERED = 0.3;
const MOST_UNANSWERED = 3;
const LONG_WAIT = 0.3;
const LONG_WAIT_DAYS = 3;
/** Half of the promised time has run, most of it, all of it: what `soon`, `deadline` and `immediately` weigh. */
const RUN_OUT: readonly (readonly [ran: number, weight: number])[] = [
  [1, 1.5],
  [0.75, 0.9],
  [0.5, 0.4],
];
const LEAST_REASON = 0.15;
const DAY = 86_400_000;

/** Log-odds between levels, the lowest first. */
export const boundsOf = (scale: LevelScale): number[] =>
  scale
    .filter(([least]) => least > 0)
    .map(([least]) => logit(least))
    .toSorted((a, b) => a - b);

export const levelOf = (score: number, scale: LevelScale): Level =>
  scale.find(([least]) => score >= least)?.[1] ?? 'low';

/**
 * What the tenant's own ways make of a mail: what its people have corrected, then its rules in their order, then what it has promised.
 * Pure.
 */
export function decide(
  mail: DecidedMail,
  { policy, book, weights, precedents }: TenantWays,
  scale: LevelScale,
  now: Date,
): Decision {
  const known = taughtBy(precedents, mail.features);
  const learned: Partial<Record<Taught['field'], string>> = Object.fromEntries(
    known.map(({ field, value }) => [field, value]),
  );
  const { routing: target, ...labels } = learned;
  const seen = { ...mail, ...labels };
  const held = heldRules(book, seen);
  const said = Object.assign({}, ...held.map(({ set }) => set)) as (typeof held)[number]['set'];
  const [category, type] = [said.category ?? seen.category, said.type ?? seen.type];
  const routing = routingOf(category, held, policy, target);
  const parts: [reason: string, weight: number][] = [
    ['learned', learnedChange(weights, mail.features)],
    ...held.map(({ name, set }): [string, number] => [`rule:${name}`, set.priority ?? 0]),
    ...waiting(mail),
  ];
  const before = moved(mail.score, parts);
  const level = levelOf(levelled(before, said.level, scale), scale);
  const service = serviceOf({ category, type, level }, mail.arrived, now, policy.serviceLevel);
  const due: [string, number][] =
    service === null ? [] : [['due', RUN_OUT.find(([ran]) => service.ran >= ran)?.[1] ?? 0]];
  const score = levelled(moved(mail.score, [...parts, ...due]), said.level, scale);
  const leveller = said.level === undefined ? [] : [`rule:${held.findLast(({ set }) => set.level)?.name ?? ''}`];
  return {
    category,
    type,
    categoryBy: held.findLast(({ set }) => set.category !== undefined)?.name ?? null,
    score,
    level: levelOf(score, scale),
    reasons: [...new Set([...leveller, ...reasonsOf([...parts, ...due])])],
    routing,
    service,
    rules: held.map(({ name, evidence }) => ({ name, evidence })),
    taught: known.filter(({ field, value }) =>
      field === 'routing' ? routing.reason === 'learned' : isChange(value, mail[field], { category, type }[field]),
    ),
  };
}

/** A mail that was decided, as something else has it now. */
export interface RegardedMail {
  readonly category: string;
  readonly type: string;
  readonly level: Level;
  readonly arrived: Date;
  readonly routing: Routing;
}

/** The target and the promise that follow from a category and a level. A rule's, a person's or a learned target stays. Pure. */
export function regarded(mail: RegardedMail, policy: Policy, now: Date): Pick<Decision, 'routing' | 'service'> {
  const isNamed = ['rule', 'learned', 'person'].includes(mail.routing.reason);
  return {
    routing: isNamed ? mail.routing : routingOf(mail.category, [], policy, undefined),
    service: serviceOf(mail, mail.arrived, now, policy.serviceLevel),
  };
}

/** What was known before was not taught, and what a rule said instead was not either. */
const isChange = (taught: string, before: string, after: string): boolean => taught !== before && taught === after;

const moved = (score: number, parts: readonly (readonly [string, number])[]): number => {
  const change = parts.reduce((sum, [, weight]) => sum + weight, 0);
  return change === 0 ? score : Number(logistic(logit(inside(score)) + change).toFixed(4));
};

/** Inside a level the order of mails stays: a score is squeezed between the bounds of the level that a rule names. */
function levelled(score: number, level: Level | undefined, scale: LevelScale): number {
  if (level === undefined || levelOf(score, scale) === level) return score;
  const at = scale.findIndex(([, name]) => name === level);
  const [least, most] = [scale[at]?.[0] ?? 0, scale[at - 1]?.[0] ?? 1];
  return Number((least + score * (most - least) * 0.999).toFixed(4));
}

function waiting({ unanswered: { count, since }, arrived }: DecidedMail): [string, number][] {
  const isLong = since !== null && arrived.getTime() - since.getTime() > LONG_WAIT_DAYS * DAY;
  return [
    ['unanswered_before', UNANSWERED * Math.min(count, MOST_UNANSWERED)],
    ['waits_long', isLong ? LONG_WAIT : 0],
  ];
}

const reasonsOf = (parts: readonly (readonly [string, number])[]): string[] =>
  parts
    .filter(([, weight]) => Math.abs(weight) >= LEAST_REASON)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([reason, weight]) => (weight < 0 ? `-${reason}` : reason));

function routingOf(
  category: string,
  held: ReturnType<typeof heldRules>,
  { routing }: Policy,
  taught: string | undefined,
): Routing {
  const rule = held.findLast(({ set }) => set.target !== undefined);
  if (rule?.set.target !== undefined) return { target: rule.set.target, reason: 'rule', rule: rule.name };
  if (taught !== undefined) return { target: taught, reason: 'learned', rule: null };
  const target = Object.hasOwn(routing.categories, category) ? routing.categories[category] : undefined;
  if (target !== undefined) return { target, reason: 'category', rule: null };
  return { target: routing.otherwise, reason: routing.otherwise === null ? 'none' : 'otherwise', rule: null };
}
