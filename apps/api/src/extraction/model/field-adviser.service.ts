import type { ModelAnswer } from '@app/llm';
import { Injectable } from '@nestjs/common';
import { DocumentModels, type Subject } from '../../models/index.js';
import { Calibrations, type Calibrator } from '../../quality/index.js';
import type { FieldSpec } from '../../schemas/index.js';
import { calibratedResult } from '../domain/calibrated-result.js';
import type { ExtractionResult } from '../domain/field-model.js';
import { concludeFields, type Findings } from '../extract-fields.js';
import { evidenceIn } from './answer-evidence.js';
import { excerptFor, piecesOf } from './excerpt.js';
import { type Complaint, type FieldAnswers, fieldQuestion } from './field-question.js';
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

interface Question {
  readonly specs: readonly FieldSpec[];
  readonly text: string;
}

/** Asks models for the fields that the local engine is not sure of, and proves what they answer. */
@Injectable()
export class FieldAdviser {
  constructor(
    private readonly models: DocumentModels,
    private readonly calibrations: Calibrations,
  ) {}

  /**
   * The fields of a document: by the local engine where it is sure, with a model's help where it is not. What a first answer
   * leaves broken is asked for once more, with what was wrong. `threshold` stands in for the tenant's. Throws `budget_exhausted`
   * where the tenant wants it so.
   */
  async conclude(findings: Findings, subject: Subject, threshold?: number): Promise<Advised> {
    const calibrator = await this.calibrations.calibrator();
    const advised = await this.decide(findings, subject, calibrator, threshold);
    return { ...advised, result: calibratedResult(advised.result, findings.view.schema, calibrator) };
  }

  private async decide(
    findings: Findings,
    subject: Subject,
    calibrator: Calibrator,
    threshold?: number,
  ): Promise<Advised> {
    const { schema } = findings.view;
    const local = concludeFields(findings);
    // The tenant sets its threshold by the confidences that it is told.
    const told = calibratedResult(local, schema, calibrator);
    const weak =
      findings.view.text.trim() === ''
        ? []
        : weakFields(schema, told, await this.models.thresholdOf('extract', 'extract', threshold));
    if (weak.length === 0) return { result: local, answers: [], degraded: null };
    const first = await this.ask(findings, subject, questionsFor(findings, weak));
    const result = withWarning(concludeFields(findings, first.advice), weak, findings.view.text);
    const broken = stillBroken(schema, result, first.advice.problems);
    if (broken.length === 0 || first.degraded !== null) return { result, ...first };
    const complaints = complaintsOf(result, first.advice.problems, broken);
    const second = await this.ask(findings, subject, questionsFor(findings, broken), complaints);
    const better = { ...betterOf(findings, { ...first, result }, second.advice), warnings: result.warnings };
    return { result: better, answers: [...first.answers, ...second.answers], degraded: null };
  }

  private async ask(
    findings: Findings,
    subject: Subject,
    questions: readonly Question[],
    complaints: readonly Complaint[] = [],
  ) {
    const answered = await Promise.all(
      questions.map(async ({ specs, text }) => {
        const about = complaints.filter(({ field }) => specs.some(({ name }) => name === field));
        return { specs, answer: await this.models.ask(fieldQuestion(specs, text, about), subject) };
      }),
    );
    const answers: readonly ModelAnswer<FieldAnswers>[] = answered.map(({ answer }) => answer);
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
function questionsFor({ view }: Findings, specs: readonly FieldSpec[]): Question[] {
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
