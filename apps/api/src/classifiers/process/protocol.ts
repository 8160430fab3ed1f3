import type { TrainingMetrics } from '@app/text';
import type { LabelDefinition } from '../domain/classifier.js';

/** Makes sentence vectors. */
export interface EncodeTask {
  readonly kind: 'encode';
  readonly texts: readonly string[];
}

/** Trains a classifier. */
export interface TrainTask {
  readonly kind: 'train';
  readonly labels: readonly LabelDefinition[];
  readonly unknown: boolean;
  readonly texts: readonly string[];
  /** Index of the label of each text. */
  readonly truths: Int32Array;
  /** Vectors of the texts, then of the descriptions of the labels (`hintOf`), one after the other; empty where the encoder is of no use. */
  readonly vectors: Float32Array;
  /** Weights of sentence vectors to try. */
  readonly vectorWeights: readonly number[];
}

export interface EncodeResult {
  readonly vectors: Float32Array;
}

export interface TrainResult {
  readonly model: Uint8Array;
  readonly metrics: TrainingMetrics;
}

export type Task = EncodeTask | TrainTask;
export type ResultOf<T extends Task> = T extends EncodeTask ? EncodeResult : TrainResult;

export interface Reply {
  readonly result?: EncodeResult | TrainResult;
  /** Message of what went wrong, for the log. */
  readonly error?: string;
}
