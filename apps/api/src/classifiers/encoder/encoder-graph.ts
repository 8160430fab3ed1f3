import { OnnxGraph } from './onnx-writer.js';
import type { Weight } from './weights.js';

const HEADS = 4;
const LAYERS = [
  { index: 0, width: 256 },
  { index: 1, width: 512 },
] as const;
const OUTPUT = 512;
/** Added to variances: as in the published graph. */
const EPSILON = { float: 1e-6 };

/** Inputs: ids of word pieces [texts, length], signal of places [length, 256]. Output: one vector of length 1 a text. */
export const GRAPH_INPUTS = { ids: 'ids', places: 'places' } as const;

/**
 * Universal Sentence Encoder Lite (Cer et al. 2018) as a graph of ONNX: two layers of a transformer over word pieces, their mean,
 * a dense layer. All texts of a call have the same length, so that nothing is masked. It follows the published graph in all it
 * does, such as adding the embedding twice, and agrees with it to six digits.
 */
export function encoderGraph(weights: ReadonlyMap<string, Weight>): { model: Uint8Array; output: string } {
  const graph = new OnnxGraph();
  const weight = (suffix: string, shape?: readonly number[]): string => {
    const [found, twin] = [...weights].filter(([name]) => name.endsWith(suffix));
    if (!found || twin) throw new Error(`The encoder has not one weight ${suffix}`);
    return graph.constant('float32', shape ?? found[1].shape, found[1].raw);
  };
  const dense = (input: string, kernel: string, bias: string): string =>
    graph.apply('Add', [graph.apply('MatMul', [input, kernel]), bias]);

  const embedded = graph.apply('Gather', [weight('module/Embeddings_en'), GRAPH_INPUTS.ids]);
  let x = graph.apply('Add', [graph.apply('Add', [embedded, embedded]), GRAPH_INPUTS.places]);
  for (const { index, width } of LAYERS) {
    const own = `Encode/Layer_${index}/TransformerLayer/`;
    const merged = (name: string): string => weight(`${own}${name}/ConcatPartitions/concat`);
    const norm = (input: string, part: string): string => {
      const base = `${part}layer_prepostprocess/layer_norm/layer_norm`;
      return graph.apply('LayerNormalization', [input, merged(`${base}_scale`), merged(`${base}_bias`)], {
        epsilon: EPSILON,
      });
    };
    const attended = attention(graph, norm(x, ''), width, {
      kernel: weight(`${own}MultiheadAttention/qkv_transform_single/kernel/part_0`, [width, 3 * width]),
      bias: merged('MultiheadAttention/qkv_transform_single/bias'),
    });
    const output = dense(
      attended,
      weight(`${own}MultiheadAttention/output_transform_single/kernel/part_0`, [width, OUTPUT]),
      merged('MultiheadAttention/output_transform_single/bias'),
    );
    const residual = width === OUTPUT ? x : dense(x, merged('dense/kernel'), merged('dense/bias'));
    x = graph.apply('Add', [output, residual]);
    const forward = `TransformerStack/Layer_${index}/TransformerLayer/FFN/`;
    const wide = dense(norm(x, 'FFN/'), weight(`${forward}conv1/Tensordot/Reshape_1`), merged('FFN/conv1/bias'));
    const narrow = dense(
      graph.apply('Relu', [wide]),
      weight(`${forward}conv2/Tensordot/Reshape_1`),
      merged('FFN/conv2/bias'),
    );
    x = graph.apply('Add', [narrow, x]);
  }
  const mean = graph.apply('ReduceMean', [x], { axes: [1], keepdims: 0 });
  const bent = graph.apply('Tanh', [dense(mean, weight('tanh_layer_0/weights'), weight('tanh_layer_0/bias'))]);
  const output = graph.apply('Div', [bent, graph.apply('ReduceL2', [bent], { axes: [1], keepdims: 1 })]);
  const inputs = [
    { name: GRAPH_INPUTS.ids, type: 'int64', shape: ['texts', 'length'] },
    { name: GRAPH_INPUTS.places, type: 'float32', shape: ['length', LAYERS[0].width] },
  ] as const;
  return { model: graph.finish(inputs, [{ name: output, type: 'float32', shape: ['texts', OUTPUT] }]), output };
}

/** Each piece takes from all others what is like it (Vaswani et al. 2017, "Attention Is All You Need", 3.2). */
function attention(
  graph: OnnxGraph,
  input: string,
  width: number,
  { kernel, bias }: { readonly kernel: string; readonly bias: string },
): string {
  const all = graph.apply('Add', [graph.apply('MatMul', [input, kernel]), bias]);
  const [query = '', keys = '', values = ''] = graph.applyFor(
    3,
    'Split',
    [all, graph.integers([width, width, width])],
    {
      axis: 2,
    },
  );
  const shape = graph.integers([0, 0, HEADS, width / HEADS]);
  const heads = (part: string, perm: readonly number[]): string =>
    graph.apply('Transpose', [graph.apply('Reshape', [part, shape])], { perm });
  const scale = graph.constant('float32', [], new Uint8Array(Float32Array.of(1 / Math.sqrt(width / HEADS)).buffer));
  const scaled = graph.apply('Mul', [heads(query, [0, 2, 1, 3]), scale]);
  const shares = graph.apply('Softmax', [graph.apply('MatMul', [scaled, heads(keys, [0, 2, 3, 1])])], { axis: -1 });
  const taken = graph.apply('MatMul', [shares, heads(values, [0, 2, 1, 3])]);
  const side = graph.apply('Transpose', [taken], { perm: [0, 2, 1, 3] });
  return graph.apply('Reshape', [side, graph.integers([0, 0, width])]);
}
