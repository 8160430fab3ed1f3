import { describe, expect, it } from 'vitest';
import { trainDiscriminant } from './discriminant.js';
import { foldsOf } from './folds.js';
import { type LabelledSample, scoresOf } from './linear-model.js';
import { bestMixture, trainMixture } from './mixture.js';
import { seededRandom } from './support-vectors.js';
import { textFeatures } from './text-features.js';

const WIDTH = 8;

/** Vectors that tell their label in a direction of its own, and say much more in one that all labels share. */
function vectorsOf(labels: readonly number[], random: () => number): Float32Array[] {
  return labels.map((label) =>
    Float32Array.from({ length: WIDTH }, (_, d) => {
      if (d === 0) return 8 * (random() - 0.5);
      return (d === label + 1 ? 1 : 0) + 0.4 * (random() - 0.5);
    }),
  );
}

const scoresBy = (weights: Float32Array, biases: Float32Array, vector: Float32Array): number[] =>
  Array.from(biases, (bias, k) =>
    vector.reduce((sum, value, d) => sum + value * weights[d * biases.length + k]!, bias),
  );

const best = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

describe('a discriminant', () => {
  const random = seededRandom(3);
  // Nothing of the last label.
  const labelCount = 4;
  const labels = Array.from({ length: 30 }, (_, i) => i % (labelCount - 1));
  const rows = vectorsOf(labels, random);
  const { weights, biases } = trainDiscriminant(rows, labels, labelCount);
  const fresh = vectorsOf(labels, random);

  it('passes over the directions in which all labels differ within themselves', () => {
    const means = [0, 1, 2].map((label) => {
      const own = rows.filter((_, r) => labels[r] === label);
      return Float32Array.from({ length: WIDTH }, (_, d) => own.reduce((sum, row) => sum + row[d]!, 0) / own.length);
    });
    const nearest = fresh.map((vector) =>
      best(means.map((mean) => -mean.reduce((sum, value, d) => sum + (value - vector[d]!) ** 2, 0))),
    );
    const given = fresh.map((vector) => best(scoresBy(weights, biases, vector).slice(0, 3)));
    const right = (answers: readonly number[]) => answers.filter((answer, i) => answer === labels[i]).length;
    expect(right(given)).toBe(fresh.length);
    expect(right(nearest)).toBeLessThan(fresh.length);
  });

  it('has scores that add up to 0, and 0 for a label without samples', () => {
    for (const vector of fresh.slice(0, 5)) {
      const scores = scoresBy(weights, biases, vector);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 4);
      expect(scores[labelCount - 1]).toBe(0);
    }
  });

  it('of one sample a label says which of them is nearest', () => {
    const ones = [0, 1, 2].map((label) => Float32Array.from({ length: WIDTH }, (_, d) => (d === label ? 1 : 0)));
    const single = trainDiscriminant(ones, [0, 1, 2], 3);
    expect(ones.map((vector) => best(scoresBy(single.weights, single.biases, vector)))).toEqual([0, 1, 2]);
  });
});

describe('the mixture of a model', () => {
  const random = seededRandom(9);
  const labelCount = WIDTH - 1;
  const labels = Array.from({ length: 5 * labelCount }, (_, i) => i % labelCount);
  const samplesOf = (): LabelledSample[] =>
    vectorsOf(labels, random).map((vector, i) => ({
      features: textFeatures(`word${Math.floor(random() * 900)}`),
      vector,
      label: labels[i]!,
    }));
  const [samples, fresh] = [samplesOf(), samplesOf()];
  const rightOf = (share: number): number => {
    const model = trainMixture(samples, labelCount, { vectorWeight: 1, share });
    return fresh.filter((sample) => best([...scoresOf(model, sample)]) === sample.label).length;
  };

  it('takes the discriminant in where what was held back is told better', () => {
    const { mixture } = bestMixture(samples, foldsOf(labels), { hints: [], labelCount, vectorWeights: [1] });
    expect(mixture.share).toBeGreaterThan(0);
    expect(rightOf(mixture.share)).toBeGreaterThan(rightOf(0));
  });

  it('has no discriminant where labels have many examples', () => {
    const many = Array.from({ length: 6 }, () => samplesOf()).flat();
    const options = { hints: [], labelCount, vectorWeights: [1] };
    const folds = foldsOf(many.map(({ label }) => label)).slice(0, 1);
    expect(bestMixture(many, folds, options).mixture).toEqual({ vectorWeight: 1, share: 0 });
  });

  it('has no discriminant without sentence vectors', () => {
    const { mixture, judged } = bestMixture(samples, foldsOf(labels), { hints: [], labelCount, vectorWeights: [0] });
    expect(mixture).toEqual({ vectorWeight: 0, share: 0 });
    expect(judged).toHaveLength(samples.length);
  });
});
