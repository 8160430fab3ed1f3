import { setImmediate } from 'node:timers/promises';
import { parsePublicId } from '@app/kernel';
import { predict, type TextClassifier, textFeatures, type TextPrediction } from '@app/text';
import { Injectable } from '@nestjs/common';
import { ClassifierDirectory } from '../tenants/index.js';
import { classifierError } from './classifiers.errors.js';
import { ClassifiersRepository } from './data/classifiers.repository.js';
import type { ClassifierPrediction, LabelDefinition } from './domain/classifier.js';
import { EncoderService } from './encoder.service.js';
import { LoadedClassifiers } from './loaded-classifiers.js';

/** The event loop is held no longer than this at a time. */
const SLICE_MS = 8;
/** The likeliest label and those after it. */
const RANKED = 4;

export interface Predictions {
  readonly version: number;
  readonly predictions: readonly ClassifierPrediction[];
}

/** Says of which label texts are, by the active version of a tenant's classifier. For rooms as well as for the API. */
@Injectable()
export class PredictionService extends ClassifierDirectory {
  constructor(
    private readonly classifiers: ClassifiersRepository,
    private readonly loaded: LoadedClassifiers,
    private readonly encoder: EncoderService,
  ) {
    super();
  }

  async has(classifierId: string): Promise<boolean> {
    const id = parsePublicId('classifier', classifierId);
    return id !== null && this.classifiers.exists(id);
  }

  /** One prediction a text, in their order. Throws `not_found` and `classifier_not_trained`. */
  async predict(classifierId: string, texts: readonly string[]): Promise<Predictions> {
    const { labels, version } = await this.classifiers.active(classifierId);
    if (version === null) throw classifierError('classifier_not_trained');
    const classifier = await this.loaded.get(classifierId, version);
    const vectors = classifier.model.vectorWeight > 0 ? await this.encoder.encode(texts) : null;
    return { version, predictions: await this.judge(classifier, labels, texts, vectors) };
  }

  /** What it can say of a text. Throws `not_found`. */
  async labels(classifierId: string): Promise<readonly LabelDefinition[]> {
    return (await this.classifiers.active(classifierId)).labels;
  }

  private async judge(
    classifier: TextClassifier,
    labels: readonly LabelDefinition[],
    texts: readonly string[],
    vectors: readonly Float32Array[] | null,
  ): Promise<ClassifierPrediction[]> {
    const predictions: ClassifierPrediction[] = [];
    let since = performance.now();
    for (const [index, text] of texts.entries()) {
      const sample = { features: textFeatures(text), vector: vectors?.[index] ?? null };
      predictions.push(named(predict(classifier, sample, RANKED), labels));
      if (performance.now() - since < SLICE_MS) continue;
      await setImmediate();
      since = performance.now();
    }
    return predictions;
  }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function named({ ranked, unknown }: TextPrediction, labels: readonly LabelDefinition[]): ClassifierPrediction {
  const [first, ...others] = ranked.map(({ label, confidence }) => ({
    label: labels[label]?.name ?? '',
    confidence: rounded(confidence),
  }));
  const best = first ?? { label: '', confidence: 0 };
  return {
    label: unknown ? null : best.label,
    confidence: best.confidence,
    alternatives: unknown ? [best, ...others.slice(0, RANKED - 2)] : others,
    unknown,
  };
}
