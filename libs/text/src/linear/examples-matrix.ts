import type { SparseVector } from './vocabulary.js';

/** Rows of examples: sparse features, then dense ones (none where `denseWidth` is 0). */
export interface ExamplesMatrix {
  readonly rows: number;
  readonly sparseWidth: number;
  readonly denseWidth: number;
  /** Row r has the entries from `starts[r]` to `starts[r + 1]`. */
  readonly starts: Uint32Array;
  readonly indices: Uint32Array;
  readonly values: Float32Array;
  /** Row after row. */
  readonly dense: Float32Array;
}

export function examplesMatrix(
  rows: readonly SparseVector[],
  sparseWidth: number,
  dense: readonly Float32Array[] | null,
): ExamplesMatrix {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(({ indices }, r) => (starts[r + 1] = (starts[r] ?? 0) + indices.length));
  const entries = starts[rows.length] ?? 0;
  const matrix = { indices: new Uint32Array(entries), values: new Float32Array(entries) };
  rows.forEach(({ indices, values }, r) => {
    matrix.indices.set(indices, starts[r]);
    matrix.values.set(values, starts[r]);
  });
  const denseWidth = dense?.[0]?.length ?? 0;
  const all = new Float32Array(rows.length * denseWidth);
  dense?.forEach((vector, r) => all.set(vector, r * denseWidth));
  return { rows: rows.length, sparseWidth, denseWidth, starts, ...matrix, dense: all };
}
