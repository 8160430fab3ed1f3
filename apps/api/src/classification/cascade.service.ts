import { type ModelAnswer, spendingOf } from '@app/llm';
import type { PackedReading } from '@app/reading';
import { Injectable } from '@nestjs/common';
import type { DocumentRecord } from '../documents/index.js';
import { DocumentModels } from '../models/index.js';
import { Calibrations } from '../quality/index.js';
import { calibratedType } from './domain/calibrated-type.js';
import { bestOf, fromEngine, type Standing, withClassifier, withMemory, withModel } from './domain/cascade.js';
import { type ClassificationResult, resultOf } from './domain/classification-result.js';
import type { TypeOpinion } from './domain/model-opinion.js';
import type { OwnTypes } from './domain/own-types/own-types.js';
import { Looks } from './looks.service.js';
import { TypeMemory } from './memory/type-memory.service.js';
import { OwnClassifier } from './own-types/own-classifier.service.js';
import { OwnTypesService } from './own-types/own-types.service.js';
import { type TypeAnswer, typeQuestion } from './type-question.js';

export interface CascadeInput {
  readonly document: DocumentRecord;
  readonly reading: PackedReading;
  readonly childNames: readonly string[];
  readonly runId: string;
  readonly signal: AbortSignal;
  /** Of the confidence below which a model is asked, where it is not the tenant's. */
  readonly threshold?: number | undefined;
  /** Whether what was confirmed of this very document counts. */
  readonly confirmed: boolean;
}

export interface CascadeOutcome {
  readonly result: ClassificationResult;
  readonly spent: ReturnType<typeof spendingOf>;
}

/**
 * The steps by which the type of a document is found: data inside the file, the local engine with the tenant's own categories, the
 * tenant's memory, its own classifier, and a model where all of them together are in doubt.
 */
@Injectable()
export class Cascade {
  constructor(
    private readonly ownTypes: OwnTypesService,
    private readonly looks: Looks,
    private readonly memory: TypeMemory,
    private readonly classifier: OwnClassifier,
    private readonly models: DocumentModels,
    private readonly calibrations: Calibrations,
  ) {}

  /** The type, with a confidence that means what it says. */
  async classify(input: CascadeInput): Promise<CascadeOutcome> {
    const { result, spent } = await this.decide(input);
    return { result: calibratedType(result, await this.calibrations.calibrator()), spent };
  }

  private async decide(input: CascadeInput): Promise<CascadeOutcome> {
    const { document, reading, childNames, runId } = input;
    const { own, hasMemories } = await this.ownTypes.current();
    const { filename, mediaType, options } = document;
    const seen = { reading, filename, mediaType, industryHint: options.industry, childNames, traced: hasMemories };
    const { found, fingerprint } = await this.looks.look(seen, own, input.signal);
    let standing = fromEngine(found);
    // What the sender or the file itself says is not put to the vote.
    if (options.type !== undefined || found.embedded)
      return { result: resultOf(standing, options, { runId, own }), spent: spendingOf([]) };
    if (hasMemories) {
      const except = input.confirmed ? null : document.id;
      standing = withMemory(standing, await this.memory.recall(fingerprint, found.type, except), own);
    }
    standing = withClassifier(standing, await this.classifier.opinionOn(reading.text, own), own);
    const answer = await this.askModel(input, standing, own);
    const opinion = answer && opinionIn(answer);
    const result = resultOf(withModel(standing, opinion, own), options, { runId, opinion, own });
    return { result, spent: spendingOf(answer ? [answer] : []) };
  }

  /** What a model says of the type, where nobody is sure of it; null where none was asked. */
  private async askModel(
    { document, reading, signal, threshold: wanted }: CascadeInput,
    standing: Standing,
    own: OwnTypes,
  ) {
    if (reading.text.trim() === '') return null;
    const threshold = await this.models.thresholdOf('classify', 'classify', wanted);
    const { type, confidence } = bestOf(standing);
    // `generic` is the engine's word for having seen nothing, however sure it is of that.
    if (threshold === 0 || (confidence >= threshold && type !== 'generic')) return null;
    const { id, priority } = document;
    return this.models.ask(typeQuestion(reading.text, own.types), { id, priority, signal });
  }
}

const opinionIn = (answer: ModelAnswer<TypeAnswer>): TypeOpinion =>
  answer.kind === 'answer'
    ? { kind: 'type', type: answer.value.type, model: answer.origin.model }
    : { kind: 'none', reason: answer.reason };
