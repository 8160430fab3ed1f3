import { setImmediate } from 'node:timers/promises';
import { detectLanguage } from '@app/text';
import { Inject, Injectable } from '@nestjs/common';
import { type ClassifiersConfig, classifiersConfig } from './classifiers.config.js';
import { ExamplesRepository, type StoredExample } from './data/examples.repository.js';
import type { ClassifierRecord } from './domain/classifier.js';
import { hintOf } from './domain/label-hint.js';
import { DIMENSIONS, packVector, unpackVector } from './domain/sentence-vector.js';
import { vectorWeightsFor } from './domain/vector-weights.js';
import { EncoderService } from './encoder.service.js';
import { ClassifierProcess, processEntry } from './process/classifier-process.js';
import type { TrainResult, TrainTask } from './process/protocol.js';

const PAGE = 1_000;
/** Texts whose language is looked at, evenly spread. */
const LANGUAGE_SAMPLE = 200;
const LANGUAGE_CHARACTERS = 500;

/** Computes a training: gathers what is needed and hands it to a process of its own, which can be ended. */
@Injectable()
export class TrainingComputation {
  constructor(
    private readonly examples: ExamplesRepository,
    private readonly encoder: EncoderService,
    @Inject(classifiersConfig.token) private readonly config: ClassifiersConfig,
  ) {}

  async compute(classifier: ClassifierRecord, signal: AbortSignal): Promise<TrainResult> {
    const examples = await this.load(classifier.id);
    const vectorWeights = vectorWeightsFor(await englishShare(examples), examples.length, classifier.labels.length);
    const withVectors = vectorWeights.some((weight) => weight > 0);
    const task: TrainTask = {
      kind: 'train',
      labels: classifier.labels,
      unknown: classifier.unknown,
      texts: examples.map(({ text }) => text),
      truths: Int32Array.from(examples, ({ label }) => label),
      vectors: withVectors ? await this.vectors(classifier, examples, signal) : new Float32Array(0),
      vectorWeights,
    };
    const child = new ClassifierProcess({ entry: processEntry(), memoryMb: this.config.trainingMemoryMb });
    try {
      return await child.run(task, { wallMs: this.config.trainingMs, signal });
    } finally {
      child.kill();
    }
  }

  private async load(id: string): Promise<StoredExample[]> {
    const examples: StoredExample[] = [];
    for (let after: Uint8Array = new Uint8Array(0); ; after = examples.at(-1)?.hash ?? after) {
      const page = await this.examples.page(id, after, PAGE);
      examples.push(...page);
      if (page.length < PAGE) return examples;
    }
  }

  /** Vectors of the examples, then of what the labels say. Those made now are kept for the next training. */
  private async vectors(
    { id, labels }: ClassifierRecord,
    examples: readonly StoredExample[],
    signal: AbortSignal,
  ): Promise<Float32Array> {
    const all = new Float32Array((examples.length + labels.length) * DIMENSIONS);
    for (let at = 0; at < examples.length; at += PAGE) {
      const part = examples.slice(at, at + PAGE);
      const known = part.map(({ vector }) => (vector === null ? null : unpackVector(vector)));
      const missing = part.filter((_, row) => known[row] === null);
      const made = await this.encoder.encode(
        missing.map(({ text }) => text),
        signal,
      );
      await this.keep(id, missing, made);
      let next = 0;
      known.forEach((vector, row) => all.set(vector ?? made[next++] ?? [], (at + row) * DIMENSIONS));
    }
    const hints = await this.encoder.encode(
      labels.map((label) => hintOf(label) ?? ''),
      signal,
    );
    hints.forEach((vector, index) => all.set(vector, (examples.length + index) * DIMENSIONS));
    return all;
  }

  private async keep(id: string, examples: readonly StoredExample[], vectors: readonly Float32Array[]): Promise<void> {
    if (examples.length === 0) return;
    const rows = examples.map(({ hash }, row) => ({ hash, vector: packVector(vectors[row] ?? new Float32Array(0)) }));
    await this.examples.keepVectors(id, rows);
  }
}

/** Share of English ones among the texts. */
async function englishShare(examples: readonly StoredExample[]): Promise<number> {
  const step = Math.max(1, Math.floor(examples.length / LANGUAGE_SAMPLE));
  const sample = examples.filter((_, index) => index % step === 0);
  let english = 0;
  for (const [index, { text }] of sample.entries()) {
    if (detectLanguage(text.slice(0, LANGUAGE_CHARACTERS)).code === 'en') english++;
    // Others have their turn.
    if (index % 10 === 9) await setImmediate();
  }
  return sample.length === 0 ? 0 : english / sample.length;
}
