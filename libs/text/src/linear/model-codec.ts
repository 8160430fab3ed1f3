import type { LinearModel } from './linear-model.js';
import type { TextClassifier } from './train-classifier.js';

const MAGIC = 0x4c434c31;
const HEAD = 40;

/** A classifier as bytes: a head of numbers, then the arrays of its model, each at a multiple of four. Little-endian throughout. */
export function encodeClassifier({ model, temperature, refuseBelow }: TextClassifier): Uint8Array {
  const arrays = arraysOf(model);
  const head = new ArrayBuffer(HEAD);
  const view = new DataView(head);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, model.labelCount, true);
  view.setUint32(8, model.vocabulary.hashes.length, true);
  view.setUint32(12, model.center.length, true);
  view.setFloat64(16, temperature, true);
  view.setFloat64(24, refuseBelow, true);
  view.setFloat64(32, model.vectorWeight, true);
  return Buffer.concat([new Uint8Array(head), ...arrays.map(bytesOf), bytesOf(model.weights)]);
}

/** What `encodeClassifier` has made. Throws a RangeError or TypeError on anything else. */
export function decodeClassifier(bytes: Uint8Array): TextClassifier {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new TypeError('These bytes are not a classifier');
  const labelCount = view.getUint32(4, true);
  const features = view.getUint32(8, true);
  const dimensions = view.getUint32(12, true);
  let at = HEAD;
  // Copies: typed arrays need aligned ground, and a part of a larger buffer would keep all of it alive.
  const take = (length: number): ArrayBuffer => {
    if (at + length > bytes.byteLength) throw new RangeError('These bytes of a classifier end early');
    at += length;
    return Uint8Array.from(bytes.subarray(at - length, at)).buffer;
  };
  const model: LinearModel = {
    labelCount,
    vectorWeight: view.getFloat64(32, true),
    vocabulary: { hashes: new Uint32Array(take(features * 4)), idf: new Float32Array(take(features * 4)) },
    scales: new Float32Array(take(features * 4)),
    center: new Float32Array(take(dimensions * 4)),
    vectorWeights: new Float32Array(take(dimensions * labelCount * 4)),
    biases: new Float32Array(take(labelCount * 4)),
    weights: new Int8Array(take(features * labelCount)),
  };
  return { model, temperature: view.getFloat64(16, true), refuseBelow: view.getFloat64(24, true) };
}

const arraysOf = ({ vocabulary, scales, center, vectorWeights, biases }: LinearModel): readonly ArrayBufferView[] => [
  vocabulary.hashes,
  vocabulary.idf,
  scales,
  center,
  vectorWeights,
  biases,
];

const bytesOf = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
