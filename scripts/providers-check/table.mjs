const HEAD = ['provider', 'model', 'answers', 'structure', 'latency', 'tokens', 'fault'];

const yes = (value) => (value === null ? '-' : value ? 'yes' : 'no');

const rowOf = ({ provider, model, answers, structure, latencyMs, usage, problem }) => [
  provider,
  model,
  yes(answers),
  yes(structure),
  `${latencyMs} ms`,
  answers ? `${usage.input} in, ${usage.output} out` : '-',
  problem ?? '',
];

/** Checks of models as a table of text. */
export function tableOf(checks) {
  const rows = [HEAD, ...checks.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
