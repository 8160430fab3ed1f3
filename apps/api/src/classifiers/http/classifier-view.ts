import { publicId } from '@app/kernel';
import { detailOf } from '../classifiers.errors.js';
import {
  type ClassifierMetrics,
  type ClassifierRecord,
  type ClassifierVersion,
  statusOf,
} from '../domain/classifier.js';
import type { ClassifierMetricsDto } from './dto/classifier-metrics.dto.js';
import type { ClassifierDto, ClassifierVersionDto } from './dto/classifier.dto.js';

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function metricsView({ labels, unknown, ...metrics }: ClassifierMetrics): ClassifierMetricsDto {
  return {
    ...metrics,
    accuracy: rounded(metrics.accuracy),
    macroF1: rounded(metrics.macroF1),
    calibrationError: rounded(metrics.calibrationError),
    labels: labels.map(({ name, heldBack, precision, recall, f1 }) => ({
      name,
      heldBack,
      precision: rounded(precision),
      recall: rounded(recall),
      f1: rounded(f1),
    })),
    unknown: unknown && {
      refused: rounded(unknown.refused),
      wrongAmongRefused: rounded(unknown.wrongAmongRefused),
      accuracyOfAnswered: rounded(unknown.accuracyOfAnswered),
      strangersRefused: unknown.strangersRefused === null ? null : rounded(unknown.strangersRefused),
    },
  };
}

export const classifierView = (classifier: ClassifierRecord): ClassifierDto => ({
  id: publicId('classifier', classifier.id),
  name: classifier.name,
  description: classifier.description,
  labels: classifier.labels,
  unknown: classifier.unknown,
  status: statusOf(classifier),
  examples: classifier.examples,
  version: classifier.activeVersion,
  metrics: classifier.metrics && metricsView(classifier.metrics),
  error: classifier.errorCode === null ? null : { code: classifier.errorCode, detail: detailOf(classifier.errorCode) },
  createdAt: classifier.createdAt.toISOString(),
});

export const versionView = ({ version, active, metrics, createdAt }: ClassifierVersion): ClassifierVersionDto => ({
  version,
  active,
  metrics: metricsView(metrics),
  createdAt: createdAt.toISOString(),
});
