const HEAD = ['provider', 'model', 'key', 'answers', 'structure', 'latency', 'tokens', 'fault'];

const yes = (value) => (value === null ? '-' : value ? 'yes' : 'no');

const rowOf = ({ provider, model, key, answers, structure, latencyMs, usage, problem }) => [
  provider,
  model,
  key ?? '-',
  yes(answers),
  yes(structure),
  `${latencyMs} ms`,
  answers ? `${usage.input} in, ${usage.output} out` : '-',
  problem ?? '',
];

/** What all of it comes to: how many fail, and by their fingerprints the keys that no model works with. */
export function verdictOf(checks) {
  const failed = checks.filter(({ problem }) => problem !== null).length;
  if (failed === 0) return 'All of them work.';
  const keys = Map.groupBy(
    checks.filter(({ key }) => key !== null),
    ({ provider, key }) => `key ${key} of ${provider}`,
  );
  const dead = [...keys].filter(([, own]) => own.every(({ answers }) => !answers)).map(([name]) => name);
  return [`${failed} of ${checks.length} fail.`, ...dead.map((name) => `No model answers with ${name}.`)].join('\n');
}

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
