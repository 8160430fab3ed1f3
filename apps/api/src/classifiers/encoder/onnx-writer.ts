/**
 * Writes models in the format of ONNX (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), as far as the sentence encoder
 * needs it: Protocol Buffers, of which a message is a row of fields, each a number and a value.
 */
export const ELEMENTS = { float32: 1, int64: 7 } as const;
export type ElementType = keyof typeof ELEMENTS;

/** Versions of the format and of the set of operators: 8 came with operators 17, the first with LayerNormalization. */
const FORMAT_VERSION = 8;
const OPERATORS_VERSION = 17;

const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7 } as const;

/** A whole number, a list of them, or `{float}`. */
export type AttributeValue = number | readonly number[] | { readonly float: number };

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Buffer.from(bytes);
}

const key = (field: number, wire: number): Buffer => varint(field * 8 + wire);
const number = (field: number, value: number): Buffer => Buffer.concat([key(field, 0), varint(value)]);
const bytes = (field: number, value: Uint8Array): Buffer => Buffer.concat([key(field, 2), varint(value.length), value]);
const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value));
const message = (field: number, parts: readonly Uint8Array[]): Buffer => bytes(field, Buffer.concat(parts));

function float(field: number, value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeFloatLE(value);
  return Buffer.concat([key(field, 5), four]);
}

function attribute(name: string, value: AttributeValue): Buffer {
  if (typeof value === 'number') return message(5, [text(1, name), number(3, value), number(20, ATTRIBUTE_TYPES.int)]);
  if ('float' in value) return message(5, [text(1, name), float(2, value.float), number(20, ATTRIBUTE_TYPES.float)]);
  return message(5, [text(1, name), ...value.map((item) => number(8, item)), number(20, ATTRIBUTE_TYPES.ints)]);
}

export interface GraphValue {
  readonly name: string;
  readonly type: ElementType;
  /** A name stands for a size that is known only when the model runs. */
  readonly shape: readonly (number | string)[];
}

const valueInfo = (field: number, { name, type, shape }: GraphValue): Buffer => {
  const sizes = shape.map((size) => message(1, [typeof size === 'string' ? text(2, size) : number(1, size)]));
  return message(field, [text(1, name), message(2, [message(1, [number(1, ELEMENTS[type]), message(2, sizes)])])]);
};

/** A graph under construction. Each step answers the name of its result. */
export class OnnxGraph {
  private readonly nodes: Buffer[] = [];
  private readonly constants: Buffer[] = [];
  private names = 0;

  /** A tensor that is part of the model; `raw` is little-endian. */
  constant(type: ElementType, shape: readonly number[], raw: Uint8Array): string {
    const name = `c${this.names++}`;
    const sizes = shape.map((size) => number(1, size));
    this.constants.push(message(5, [...sizes, number(2, ELEMENTS[type]), text(8, name), bytes(9, raw)]));
    return name;
  }

  integers(values: readonly number[]): string {
    return this.constant('int64', [values.length], new Uint8Array(BigInt64Array.from(values, BigInt).buffer));
  }

  apply(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
  ): string {
    return this.applyFor(1, operator, inputs, attributes)[0] ?? '';
  }

  /** For operators with several results. */
  applyFor(
    results: number,
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>>,
  ): string[] {
    const outputs = Array.from({ length: results }, () => `n${this.names++}`);
    this.nodes.push(
      message(1, [
        ...inputs.map((input) => text(1, input)),
        ...outputs.map((output) => text(2, output)),
        text(4, operator),
        ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
      ]),
    );
    return outputs;
  }

  finish(inputs: readonly GraphValue[], outputs: readonly GraphValue[]): Uint8Array {
    const graph = message(7, [
      ...this.nodes,
      text(2, 'encoder'),
      ...this.constants,
      ...inputs.map((input) => valueInfo(11, input)),
      ...outputs.map((output) => valueInfo(12, output)),
    ]);
    return Buffer.concat([number(1, FORMAT_VERSION), graph, message(8, [number(2, OPERATORS_VERSION)])]);
  }
}
