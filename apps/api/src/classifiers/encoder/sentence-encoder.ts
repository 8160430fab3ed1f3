import { InferenceSession, Tensor } from 'onnxruntime-node';
import { DIMENSIONS } from '../domain/sentence-vector.js';
import { encoderGraph, GRAPH_INPUTS } from './encoder-graph.js';
import { readPieces, readWeights, type Weight } from './weights.js';
import { UNKNOWN_PIECE, WordPieces } from './word-pieces.js';

/** What the encoder was trained on; of longer texts the beginning is read. */
const MOST_PIECES = 128;
/** Characters that surely hold so many pieces. */
const CHARACTERS_READ = 4_000;
/** Pieces in one call of the model. */
const PIECES_AT_ONCE = 512;
/** Numbers a place: the sines of half of them, then the cosines. */
const PLACE_WIDTH = 256;

/**
 * Turns English texts into vectors of length 1, of which near ones mean alike. It computes for about a millisecond a short text, on
 * the thread that calls it: only for processes of their own.
 */
export class SentenceEncoder {
  private constructor(
    private readonly session: InferenceSession,
    private readonly output: string,
    private readonly pieces: WordPieces,
    private readonly frequencies: Float32Array,
  ) {}

  static async load(threads: number): Promise<SentenceEncoder> {
    const weights = readWeights();
    const { model, output } = encoderGraph(weights);
    const session = await InferenceSession.create(model, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
    });
    return new SentenceEncoder(session, output, new WordPieces(readPieces()), frequenciesOf(weights));
  }

  /** One vector after the other, in the order of the texts. */
  async encode(texts: readonly string[]): Promise<Float32Array> {
    const ids = texts.map((text) => {
      // The pieces of a language take line breaks for signs of their own; how a text is broken says nothing of it.
      const plain = text.slice(0, CHARACTERS_READ).replace(/\s+/gu, ' ').trim();
      const found = this.pieces.encode(plain).slice(0, MOST_PIECES);
      return found.length > 0 ? found : [UNKNOWN_PIECE];
    });
    const vectors = new Float32Array(texts.length * DIMENSIONS);
    for (const group of groupsOf(ids)) {
      const result = await this.run(group.map((index) => ids[index] ?? []));
      group.forEach((index, row) =>
        vectors.set(result.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), index * DIMENSIONS),
      );
    }
    return vectors;
  }

  /** Texts of equal length. */
  private async run(rows: readonly (readonly number[])[]): Promise<Float32Array> {
    const length = rows[0]?.length ?? 0;
    const ids = new Tensor('int64', BigInt64Array.from(rows.flat(), BigInt), [rows.length, length]);
    const places = new Tensor('float32', this.places(length), [length, PLACE_WIDTH]);
    const results = await this.session.run({ [GRAPH_INPUTS.ids]: ids, [GRAPH_INPUTS.places]: places });
    return results[this.output]?.data as Float32Array;
  }

  /** Where each piece stands, as sines and cosines of its place. */
  private places(length: number): Float32Array {
    const half = PLACE_WIDTH / 2;
    const places = new Float32Array(length * PLACE_WIDTH);
    for (let place = 0; place < length; place++)
      for (let i = 0; i < half; i++) {
        const angle = place * (this.frequencies[i] ?? 0);
        places[place * PLACE_WIDTH + i] = Math.sin(angle);
        places[place * PLACE_WIDTH + half + i] = Math.cos(angle);
      }
    return places;
  }
}

/** Indices of texts with equally many pieces, not too many at once. */
function groupsOf(ids: readonly (readonly number[])[]): number[][] {
  const byLength = new Map<number, number[][]>();
  ids.forEach(({ length }, index) => {
    const groups = byLength.get(length) ?? [];
    const last = groups.at(-1);
    if (last && (last.length + 1) * length <= PIECES_AT_ONCE) last.push(index);
    else groups.push([index]);
    byLength.set(length, groups);
  });
  return [...byLength.values()].flat();
}

function frequenciesOf(weights: ReadonlyMap<string, Weight>): Float32Array {
  const [, weight] = [...weights].find(([name]) => name.endsWith('AddTimingSignal/TimingSignal/ExpandDims_1')) ?? [];
  if (!weight) throw new Error('The encoder has no signal of places');
  const view = new DataView(weight.raw.buffer, weight.raw.byteOffset, weight.raw.byteLength);
  return Float32Array.from({ length: PLACE_WIDTH / 2 }, (_, i) => view.getFloat32(4 * i, true));
}
