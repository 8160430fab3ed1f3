import { encodeClassifier, type LabelledSample, textFeatures, trainClassifier } from '@app/text';
import { DIMENSIONS } from '../domain/sentence-vector.js';
import { hintOf } from '../domain/label-hint.js';
import { SentenceEncoder } from '../encoder/sentence-encoder.js';
import type { EncodeResult, EncodeTask, Task, TrainResult, TrainTask } from './protocol.js';

let encoder: Promise<SentenceEncoder> | undefined;

export const perform = (task: Task): Promise<EncodeResult> | TrainResult =>
  task.kind === 'encode' ? encode(task) : train(task);

async function encode({ texts }: EncodeTask): Promise<EncodeResult> {
  encoder ??= SentenceEncoder.load(1);
  return { vectors: await (await encoder).encode(texts) };
}

function train({ labels, unknown, texts, truths, vectors, vectorWeights }: TrainTask): TrainResult {
  const sampleOf = (text: string, label: number, row: number): LabelledSample => ({
    features: textFeatures(text),
    vector: vectors.length === 0 ? null : vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS),
    label,
  });
  const samples = texts.map((text, row) => sampleOf(text, truths[row] ?? 0, row));
  const hints = labels.flatMap((label, index) => {
    const hint = hintOf(label);
    return hint === null ? [] : [sampleOf(hint, index, texts.length + index)];
  });
  const { classifier, metrics } = trainClassifier(samples, {
    labelCount: labels.length,
    unknown,
    vectorWeights,
    hints,
  });
  return { model: encodeClassifier(classifier), metrics };
}
