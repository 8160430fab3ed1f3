import type { ModelAnswer } from '@app/llm';
import type { Calibrator } from '../../quality/index.js';
import type { FieldSpec } from '../../schemas/index.js';
import { calibratedResult, concludeFields, type ExtractionResult, type Findings } from '../../fields/index.js';
import type { Evidenced } from './answer-evidence.js';
import { type Advice, askFields, type AskModel } from './ask-fields.js';
import type { Complaint } from './field-question.js';
import { betterOf } from './second-answer.js';
import { Allowance } from './token-allowance.js';
import { stillBroken, weakFields } from './weak-fields.js';

/** A result with what it took. */
export interface Advised {
  readonly result: ExtractionResult;
  readonly answers: readonly ModelAnswer<unknown>[];
  /** Why the local engine is alone in its doubt, where a model was wanted and gave no answer. */
  readonly degraded: string | null;
}

/** Whom to ask, and when. */
export interface Counsel {
  /** Confidence below which a model is asked, 0..1; 0 for never. */
  readonly threshold: number;
  readonly calibrator: Calibrator;
  /** Tokens that the document may take before the rest of its lists is left unread. */
  readonly tokens: number;
  readonly ask: AskModel;
}

/**
 * The fields of a document: by the local engine where it is sure, with a model's help where it is not. What a first answer leaves
 * broken is asked for once more, with what was wrong. Throws what `ask` throws.
 */
export async function decideFields(findings: Findings, counsel: Counsel): Promise<Advised> {
  const advised = await decide(findings, counsel);
  return { ...advised, result: calibratedResult(advised.result, findings.view.schema, counsel.calibrator) };
}

async function decide(findings: Findings, counsel: Counsel): Promise<Advised> {
  const { schema, text } = findings.view;
  const local = concludeFields(findings);
  // The tenant sets its threshold by the confidences that it is told.
  const told = calibratedResult(local, schema, counsel.calibrator);
  const weak = text.trim() === '' ? [] : weakFields(schema, told, counsel.threshold);
  if (weak.length === 0) return { result: local, answers: [], degraded: null };
  const asking = { ask: counsel.ask, allowance: new Allowance(counsel.tokens) };
  const first = await askFields(findings, weak, [], asking);
  const result = withWarning(concludeFields(findings, first.advice), first);
  const { answers, degraded } = first;
  const broken = stillBroken(schema, result, first.advice.problems);
  if (broken.length === 0 || degraded !== null || first.isBudgetSpent) return { result, answers, degraded };
  const complaints = complaintsOf(result, first.advice.problems, broken);
  const second = await askFields(findings, broken, complaints, asking);
  const better = betterOf(findings, { advice: first.advice, result }, wholeOf(second));
  return { result: { ...better, warnings: result.warnings }, answers: [...answers, ...second.answers], degraded: null };
}

/** Where what the document may cost was used up, a list is not read to its end; that is said. */
function withWarning(result: ExtractionResult, { unread, isBudgetSpent }: Advice): ExtractionResult {
  if (!isBudgetSpent || unread.size === 0) return result;
  const warning = `No model has read all of the document for: ${[...unread].join(', ')}; what it may cost was used up.`;
  return { ...result, warnings: [...result.warnings, warning] };
}

/** Of a second answer, what may stand in for the first: a list that was not read to its end may not. */
function wholeOf({ advice, unread }: Advice): Evidenced {
  return { ...advice, lists: advice.lists.filter(({ field }) => !unread.has(field)) };
}

function complaintsOf(
  { fields }: ExtractionResult,
  problems: ReadonlyMap<string, string>,
  specs: readonly FieldSpec[],
): Complaint[] {
  return specs.map(({ name }) => {
    const field = fields.find((one) => one.name === name);
    const broken = field?.ruleFailures.join(', ') ?? '';
    const problem = problems.get(name) ?? `${field?.value ?? 'the rows'} breaks the rule ${broken}`;
    return { field: name, problem };
  });
}
