import type { ModelAnswer } from '@app/llm';
import type { Calibrator } from '../../quality/index.js';
import type { FieldSpec } from '../../schemas/index.js';
import { calibratedResult, concludeFields, type ExtractionResult, type Findings } from '../../fields/index.js';
import { evidenceIn } from './answer-evidence.js';
import { excerptFor, piecesOf } from './excerpt.js';
import type { Complaint, FieldAnswers } from './field-question.js';
import { betterOf, together } from './second-answer.js';
import { stillBroken, weakFields } from './weak-fields.js';

/** More fields than this are asked for by family, side by side: answers stay short, and the slowest of them is what counts. */
const FIELDS_AT_ONCE = 12;

/** A result with what it took. */
export interface Advised {
  readonly result: ExtractionResult;
  readonly answers: readonly ModelAnswer<unknown>[];
  /** Why the local engine is alone in its doubt, where a model was wanted and gave no answer. */
  readonly degraded: string | null;
}

/** What a model is to read out of a stretch of a document; with complaints it is a second try. */
export interface AskedFields {
  readonly specs: readonly FieldSpec[];
  readonly text: string;
  readonly complaints: readonly Complaint[];
}

/** Whom to ask, and when. */
export interface Counsel {
  /** Confidence below which a model is asked, 0..1; 0 for never. */
  readonly threshold: number;
  readonly calibrator: Calibrator;
  readonly ask: (question: AskedFields) => Promise<ModelAnswer<FieldAnswers>>;
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
  const first = await askFor(findings, counsel, weak);
  const result = withWarning(concludeFields(findings, first.advice), weak, text);
  const broken = stillBroken(schema, result, first.advice.problems);
  if (broken.length === 0 || first.degraded !== null) return { result, ...first };
  const complaints = complaintsOf(result, first.advice.problems, broken);
  const second = await askFor(findings, counsel, broken, complaints);
  const better = { ...betterOf(findings, { ...first, result }, second.advice), warnings: result.warnings };
  return { result: better, answers: [...first.answers, ...second.answers], degraded: null };
}

async function askFor(
  findings: Findings,
  { ask }: Counsel,
  weak: readonly FieldSpec[],
  complaints: readonly Complaint[] = [],
) {
  const answered = await Promise.all(
    questionsFor(findings, weak).map(async ({ specs, text }) => {
      const about = complaints.filter(({ field }) => specs.some(({ name }) => name === field));
      return { specs, answer: await ask({ specs, text, complaints: about }) };
    }),
  );
  const answers = answered.map(({ answer }) => answer);
  const missing = answers.find((answer) => answer.kind === 'none');
  const advice = together(
    answered.flatMap(({ specs, answer }) =>
      answer.kind === 'answer'
        ? [
            evidenceIn(
              { view: findings.view, quotes: findings.grounder.quotes, model: answer.origin.model },
              specs,
              answer.value,
            ),
          ]
        : [],
    ),
    findings.view.schema.fields,
  );
  return { answers, advice, degraded: missing?.kind === 'none' ? missing.reason : null };
}

/** A long document is not asked for its lists to the end; that is said. */
function withWarning(result: ExtractionResult, asked: readonly FieldSpec[], text: string): ExtractionResult {
  const cut = asked.filter(({ type }) => type === 'list' && lengthOfPieces(text) < text.length).map(({ name }) => name);
  if (cut.length === 0) return result;
  return {
    ...result,
    warnings: [...result.warnings, `No model has read the end of the document for: ${cut.join(', ')}.`],
  };
}

const lengthOfPieces = (text: string): number => piecesOf(text).reduce((sum, piece) => sum + piece.length, 0);

/** Single values in one question, or by family where they are many; each list piece by piece. */
function questionsFor({ view }: Findings, specs: readonly FieldSpec[]): Omit<AskedFields, 'complaints'>[] {
  const single = specs.filter(({ type }) => type !== 'list');
  const groups = single.length > FIELDS_AT_ONCE ? [...Map.groupBy(single, ({ family }) => family).values()] : [single];
  return [
    ...groups
      .filter((group) => group.length > 0)
      .map((group) => ({
        specs: group,
        text: excerptFor(
          view,
          group.map(({ name }) => name),
        ),
      })),
    ...specs
      .filter(({ type }) => type === 'list')
      .flatMap((spec) => piecesOf(view.text).map((text) => ({ specs: [spec], text }))),
  ];
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
