import { beforeAll, describe, expect, it } from 'vitest';
import { DIMENSIONS, packVector, unpackVector } from '../domain/sentence-vector.js';
import { SentenceEncoder } from './sentence-encoder.js';
import { readPieces } from './weights.js';
import { WordPieces } from './word-pieces.js';

/** What the package's own TensorFlow.js graph and tokenizer make of some texts: pieces, and four numbers of the vector. */
const KNOWN = [
  ['How do I change my password?', [728, 64, 16, 493, 69, 5969, 54], [-0.032943, -0.054586, 0.051322, -0.050496]],
  [
    'The parcel has arrived, thank you',
    [34, 2348, 5488, 61, 4693, 8, 2737, 19],
    [0.03259, -0.027504, 0.060917, 0.056992],
  ],
  ['Zürich ☃☃ naïve', [1677, 6980, 5535, 30, 0, 1216, 0, 105], [-0.016669, 0.046866, -0.051192, 0.052905]],
] as const;
const LONG = ['a '.repeat(300), [0.022781, -0.054013, -0.05324, -0.053906]] as const;

const someOf = (vector: Float32Array): number[] => [0, 1, 100, 511].map((d) => vector[d] ?? NaN);
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5) as number);

describe('the sentence encoder', () => {
  let encoder: SentenceEncoder;
  beforeAll(async () => {
    encoder = await SentenceEncoder.load(1);
  });
  const encode = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const all = await encoder.encode(texts);
    return texts.map((_, row) => all.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS));
  };

  it('makes the vectors that its weights were published for, whatever texts are beside them', async () => {
    const expected = [...KNOWN.map(([text, , vector]) => [text, vector] as const), LONG];
    const vectors = await encode(expected.map(([text]) => text));
    expect(vectors.map(someOf)).toEqual(expected.map(([, vector]) => near(vector)));
    const [alone] = await encode([KNOWN[1][0]]);
    expect(someOf(alone!)).toEqual(near(KNOWN[1][2]));
  });

  it('makes vectors of length 1, of an empty text too', async () => {
    for (const vector of await encode(['', 'a', KNOWN[0][0]]))
      expect(vector.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
  });

  it('brings near what means alike', async () => {
    const [lost, gone, weather] = await encode([
      'I have lost my credit card',
      'My bank card has gone missing',
      'Tomorrow it will rain in the north',
    ]);
    const product = (a: Float32Array, b: Float32Array): number =>
      a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
    expect(product(lost!, gone!)).toBeGreaterThan(product(lost!, weather!) + 0.2);
  });
});

it.each(KNOWN)('cuts "%s" into its pieces', (text, pieces) =>
  expect(new WordPieces(readPieces()).encode(text)).toEqual(pieces),
);

describe('a packed vector', () => {
  const vector = Float32Array.from({ length: DIMENSIONS }, (_, d) => Math.sin(d * 12.3) / 16);
  it('comes back but for one part in 254 of its largest number', () => {
    const back = unpackVector(packVector(vector))!;
    vector.forEach((value, d) => expect(Math.abs(value - back[d]!)).toBeLessThanOrEqual(1 / 16 / 254 + 1e-6));
  });
  it('of another encoder is not believed', () => {
    const packed = packVector(vector);
    packed[0] = 99;
    expect(unpackVector(packed)).toBeNull();
  });
});
