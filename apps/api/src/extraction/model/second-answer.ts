import type { FieldSpec } from '../../schemas/index.js';
import { concludeFields, type ExtractionResult, type Findings } from '../../fields/index.js';
import type { Evidenced } from './answer-evidence.js';
import { joinedLists } from './joined-lists.js';

/** What several questions about one document have brought. */
export function together(parts: readonly Evidenced[], specs: readonly FieldSpec[]): Evidenced {
  return {
    candidates: parts.flatMap(({ candidates }) => candidates),
    lists: joinedLists(
      parts.flatMap(({ lists }) => lists),
      specs,
    ),
    problems: new Map(parts.flatMap(({ problems }) => [...problems])),
  };
}

/** The first answer with what was said again, of the fields that `isHeard`, in its place. */
function corrected(
  first: Evidenced,
  second: Evidenced,
  specs: readonly FieldSpec[],
  isHeard: (field: string) => boolean,
): Evidenced {
  const heard = <T extends { readonly field: string }>(all: readonly T[]): T[] =>
    all.filter(({ field }) => isHeard(field));
  const again = { ...second, candidates: heard(second.candidates), lists: heard(second.lists) };
  const named = new Set([...again.candidates, ...again.lists].map(({ field }) => field));
  const kept = <T extends { readonly field: string }>(all: readonly T[]): T[] =>
    all.filter(({ field }) => !named.has(field));
  return together([{ ...first, candidates: kept(first.candidates), lists: kept(first.lists) }, again], specs);
}

const failuresOf = ({ fields }: ExtractionResult): number =>
  fields.reduce((sum, { ruleFailures }) => sum + ruleFailures.length, 0);

/**
 * The result after a second answer. It is taken as it is where fewer rules fail with it; else only for fields that the first had
 * no evidence for: a rule may fail for what another field says, and then the first answer may have been right.
 */
export function betterOf(
  findings: Findings,
  first: { readonly advice: Evidenced; readonly result: ExtractionResult },
  second: Evidenced,
): ExtractionResult {
  const specs = findings.view.schema.fields;
  const conclude = (isHeard: (field: string) => boolean): ExtractionResult =>
    concludeFields(findings, corrected(first.advice, second, specs, isHeard));
  const failures = failuresOf(first.result);
  const all = conclude(() => true);
  if (failuresOf(all) < failures && all.fillRate >= first.result.fillRate) return all;
  const proven = conclude((field) => first.advice.problems.has(field));
  return failuresOf(proven) <= failures && proven.fillRate >= first.result.fillRate ? proven : first.result;
}
