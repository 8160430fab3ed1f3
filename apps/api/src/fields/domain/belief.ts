import type { Concept, FieldSpec } from '../../schemas/index.js';
import { BELIEFS } from './beliefs.js';
import type { Candidate } from './field-model.js';
import type { Belief, Signs } from './signs.js';

/** A value with what there is to say of it. */
export interface Judged {
  /** Values of one group are right and wrong for the same reasons. */
  readonly group: string;
  /** Of a cell the name of the list, a dot, and the name of the column. */
  readonly field: string;
  /** 0..1, by its evidence alone. */
  readonly base: number;
  readonly signs: () => Signs;
}

/** From evidence and signs to a confidence, 0..1. */
export type Believe = (judged: Judged) => number;

/** Nothing that is read is surer than this. */
const MOST = 0.99;
const LEAST = 0.005;

/** Clauses that made-up contracts word in enough ways to go wrong as real ones do; how long they last is not among them. */
const CLAUSES: ReadonlySet<Concept> = new Set<Concept>([
  'title',
  'agreement-date',
  'effective-date',
  'governing-law',
  'jurisdiction',
]);

/** Somebody else than the agents vouches for it. */
const isVouched = ({ model, certainty, witness }: Candidate): boolean =>
  model !== undefined || certainty !== undefined || witness !== undefined;

/** Of these the signs say nothing, or too little: what is wrong in an address of many words is one letter or one line. */
const isMute = ({ type, concept }: FieldSpec): boolean =>
  type === 'boolean' || type === 'list' || type === 'address' || concept === 'currency';

function clauseGroup({ concept }: FieldSpec): string | null {
  if (!concept || !CLAUSES.has(concept)) return null;
  return concept === 'jurisdiction' ? 'governing-law' : concept;
}

/** The group of a value; null where nothing was learned of its kind, or where others than the agents vouch for it. */
export function groupOf(spec: FieldSpec, candidate: Candidate, list?: FieldSpec): string | null {
  if (isVouched(candidate)) return null;
  if (list) return list.concept === 'contract-parties' && spec === list.fields?.[0] ? 'party' : null;
  if (isMute(spec)) return null;
  return spec.family === 'clauses' ? clauseGroup(spec) : `${spec.family}/${spec.type}`;
}

/** Of a share of 0..1, bounded where evidence ends. */
export const logOdds = (share: number): number => {
  const inside = Math.min(1 - LEAST, Math.max(LEAST, share));
  return Math.log(inside / (1 - inside));
};

/** What evidence and signs come to by what was learned. */
export function believedBy(belief: Belief, base: number, signs: Signs): number {
  const z = Object.entries(belief.signs).reduce(
    (sum, [name, weight]) => sum + weight * signs[name as keyof Signs],
    belief.offset + belief.base * logOdds(base),
  );
  return Math.round(Math.min(MOST, 1 / (1 + Math.exp(-z))) * 1000) / 1000;
}

/** By what was learned from made-up documents; a value of which nothing was learned is as sure as its evidence. */
export const asLearned: Believe = ({ group, base, signs }) => {
  const belief = BELIEFS.get(group);
  return belief ? believedBy(belief, base, signs()) : base;
};
