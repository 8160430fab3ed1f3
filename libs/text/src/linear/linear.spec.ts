import { describe, expect, it } from 'vitest';
import { calibrationError, fitTemperature, probabilitiesOf } from './calibration.js';
import { foldsOf } from './folds.js';
import type { LabelledSample } from './linear-model.js';
import { confusionsOf, labelMetrics, macroF1Of } from './metrics.js';
import { decodeClassifier, encodeClassifier } from './model-codec.js';
import { seededRandom } from './support-vectors.js';
import { textFeatures } from './text-features.js';
import { predict, trainClassifier } from './train-classifier.js';
import { fitVocabulary, vectorize } from './vocabulary.js';

const WORDS = [
  ['apple', 'pear', 'plum', 'cherry', 'grape'],
  ['hammer', 'saw', 'drill', 'wrench', 'chisel'],
  ['violin', 'flute', 'trumpet', 'cello', 'oboe'],
  ['heron', 'sparrow', 'eagle', 'owl', 'stork'],
  ['copper', 'iron', 'silver', 'zinc', 'nickel'],
];

/** Texts of three words of their label among words of no label. */
function samples(each: number, random = seededRandom(7)): LabelledSample[] {
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const filler = ['the', 'a', 'with', 'and', 'some', 'of', 'near', 'old'];
  return WORDS.flatMap((words, label) =>
    Array.from({ length: each }, () => {
      const text = [one(filler), one(words), one(filler), one(words), one(filler), one(words)].join(' ');
      return { features: textFeatures(text), vector: null, label };
    }),
  );
}

const OPTIONS = { labelCount: WORDS.length, unknown: true, vectorWeights: [0], hints: [] };
const sampleOf = (text: string) => ({ features: textFeatures(text), vector: null });

describe('a trained classifier', () => {
  const { classifier, metrics } = trainClassifier(samples(40), OPTIONS);

  it.each([
    ['an old apple and a plum', 0],
    ['some DRILL and a Hammer', 1],
    ['two violins, one trumpet', 2],
    ['an old eagle, and some owl', 3],
  ])('knows "%s" as %i', (text, label) => {
    const { ranked, unknown } = predict(classifier, sampleOf(text), 3);
    expect([ranked[0]?.label, unknown]).toEqual([label, false]);
    expect(ranked).toHaveLength(3);
  });

  it.each(['quarterly revenue of the subsidiary', '', '你好，世界'])('refuses "%s"', (text) =>
    expect(predict(classifier, sampleOf(text), 3).unknown).toBe(true),
  );

  it('gives probabilities that add up to 1', () => {
    const { ranked } = predict(classifier, sampleOf('a sparrow near the zinc'), WORDS.length);
    expect(ranked.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 9);
    expect(ranked.map(({ confidence }) => confidence)).toEqual(
      ranked.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
    );
  });

  it('is measured on every sample, each held back once', () => {
    expect([metrics.samples, metrics.heldBack, metrics.crossValidated]).toEqual([200, 200, true]);
    expect(metrics.accuracy).toBeGreaterThan(0.95);
    expect(metrics.unknown?.strangersRefused).toBeGreaterThan(0.5);
  });

  it('is the same after it was bytes', () => {
    const bytes = encodeClassifier(classifier);
    // At an odd place of a larger buffer, as a database driver may hand it over.
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeClassifier(shifted.subarray(3))).toEqual(classifier);
    expect(() => decodeClassifier(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => decodeClassifier(new Uint8Array(64))).toThrow(TypeError);
  });

  it('comes out the same from the same samples', () =>
    expect(encodeClassifier(trainClassifier(samples(40), OPTIONS).classifier)).toEqual(encodeClassifier(classifier)));
});

it('learns nothing where there is nothing to learn', () => {
  const random = seededRandom(3);
  const noise = samples(40).map((sample) => ({ ...sample, label: Math.floor(random() * WORDS.length) }));
  const { metrics } = trainClassifier(noise, { ...OPTIONS, unknown: false });
  expect(metrics.accuracy).toBeLessThan(0.4);
  expect(metrics.calibrationError).toBeLessThan(0.15);
  expect(metrics.unknown).toBeNull();
});

it('takes sentence vectors into account only where they help on what was held back', () => {
  const random = seededRandom(5);
  const texts = ['alpha', 'beta'].flatMap((_, label) =>
    Array.from({ length: 60 }, () => {
      const told = Float32Array.from({ length: 8 }, (__, d) => (d % 2 === label ? 1 : 0) + random());
      const untold = Float32Array.from({ length: 8 }, () => random());
      const features = textFeatures(`word${Math.floor(random() * 400)} and more`);
      return { told: { features, vector: told, label }, untold: { features, vector: untold, label } };
    }),
  );
  const options = { labelCount: 2, unknown: false, hints: [], vectorWeights: [0, 1] };
  expect(
    trainClassifier(
      texts.map(({ told }) => told),
      options,
    ).metrics.vectorWeight,
  ).toBe(1);
  expect(
    trainClassifier(
      texts.map(({ told }) => told),
      options,
    ).metrics.accuracy,
  ).toBeGreaterThan(0.9);
  expect(
    trainClassifier(
      texts.map(({ untold }) => untold),
      options,
    ).metrics.accuracy,
  ).toBeLessThan(0.7);
});

it('trains with a label that has one example, or none', () => {
  const few = [...samples(4).filter(({ label }) => label < 2), { ...sampleOf('a single heron'), label: 3 }];
  const { classifier, metrics } = trainClassifier(few, OPTIONS);
  expect(metrics.labels.map(({ heldBack }) => heldBack)).toEqual([4, 4, 0, 0, 0]);
  expect(predict(classifier, sampleOf('the single heron'), 1).ranked[0]?.label).toBe(3);
});

describe('features', () => {
  it.each([
    ['case', 'Order NUMBER', 'order number', true],
    ['width', 'ＡＢＣ１２', 'abc12', true],
    ['white space', 'order \n number', 'order number', true],
    ['the order of words', 'order number', 'number order', false],
    ['a letter', 'form', 'from', false],
  ])('%s', (_, a, b, same) =>
    expect(JSON.stringify([...textFeatures(a)]) === JSON.stringify([...textFeatures(b)])).toBe(same),
  );

  it('have length 1 in each family, and 0 where nothing is known', () => {
    const known = ['an order of shoes', 'the number of the order'].map(textFeatures);
    const vocabulary = fitVocabulary(known);
    const { indices, values } = vectorize(vocabulary, textFeatures('order order shoes'));
    const squares = [0, 0];
    indices.forEach((index, e) => (squares[(vocabulary.hashes[index] ?? 0) & 1]! += (values[e] ?? 0) ** 2));
    expect(squares.map((square) => square.toFixed(5))).toEqual(['1.00000', '1.00000']);
    expect(vectorize(vocabulary, textFeatures('xyzzy')).indices).toHaveLength(0);
  });

  it('of long texts are those of the beginning', () =>
    expect(textFeatures(`${'word '.repeat(1_600)}end`)).toEqual(textFeatures(`${'word '.repeat(1_600)}other`)));

  it('leave the rarest out where there are too many', () => {
    const all = ['common words here', 'common words there', 'rare'].map(textFeatures);
    const { hashes } = fitVocabulary(all, 60);
    expect(hashes.length).toBeLessThanOrEqual(60);
    expect([...textFeatures('common').keys()].every((hash) => hashes.includes(hash))).toBe(true);
  });
});

describe('folds', () => {
  it('hold each sample back once, each label in its share', () => {
    const labels = Array.from({ length: 100 }, (_, i) => i % 4);
    const folds = foldsOf(labels);
    expect(folds.flatMap(({ held }) => held).toSorted((a, b) => a - b)).toEqual(labels.map((_, i) => i));
    for (const { train, held } of folds) {
      expect(train.filter((i) => held.includes(i))).toEqual([]);
      for (const label of [0, 1, 2, 3]) expect(held.filter((i) => labels[i] === label)).toHaveLength(5);
    }
  });

  it('are one, of a fifth, where there are many samples', () => {
    const folds = foldsOf(Array.from({ length: 10_000 }, (_, i) => i % 10));
    expect(folds.map(({ held, train }) => [held.length, train.length])).toEqual([[2_000, 8_000]]);
  });

  it('are none where nothing can be held back', () => expect(foldsOf([0, 1, 2])).toEqual([]));
});

describe('confidence', () => {
  it('is as sure as it is right', () => {
    const random = seededRandom(11);
    // The truth is drawn by the probabilities of temperature 0.5: that is the one to find.
    const judged = Array.from({ length: 4_000 }, () => {
      const scores = Float64Array.from({ length: 4 }, () => random() * 2);
      const probabilities = probabilitiesOf(scores, 0.5);
      let rest = random();
      const truth = probabilities.findIndex((probability) => (rest -= probability) < 0);
      return { scores, truth: Math.max(0, truth) };
    });
    expect(fitTemperature(judged)).toBeCloseTo(0.5, 1);
  });

  it('stays in doubt where few samples show no mistake', () => {
    const judged = Array.from({ length: 20 }, () => ({ scores: Float64Array.of(1, 0), truth: 0 }));
    const sure = probabilitiesOf(Float64Array.of(1, 0), fitTemperature(judged))[0] ?? 0;
    expect(sure).toBeGreaterThan(0.9);
    expect(sure).toBeLessThan(0.98);
  });

  it('has an error where it is too sure', () => {
    const answers = Array.from({ length: 10 }, (_, n) => ({ confidence: 0.95, right: n < 5 }));
    expect(calibrationError(answers)).toBeCloseTo(0.45, 9);
  });
});

it('counts precision, recall and confusions of labels', () => {
  const judgements = [
    [0, 0],
    [0, 1],
    [0, 1],
    [1, 1],
    [2, 0],
  ].map(([truth = 0, given = 0]) => ({ truth, given, confidence: 1 }));
  const labels = labelMetrics(judgements, 4);
  expect(labels[0]).toEqual({ heldBack: 3, precision: 0.5, recall: 1 / 3, f1: 0.4 });
  expect(macroF1Of(labels)).toBeCloseTo((0.4 + 0.5 + 0) / 3, 9);
  expect(confusionsOf(judgements, 1)).toEqual([{ truth: 0, given: 1, count: 2 }]);
});
