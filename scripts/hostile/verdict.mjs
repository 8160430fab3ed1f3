// What a run of hostile files has shown: numbers, and what must not have happened.

/** Ends that are the sandbox's: a file got so far that its process had to be ended. */
const KILLED = new Set(['failed:reading_timeout', 'failed:reading_out_of_memory', 'failed:reader_crashed']);
const FORBIDDEN = /^(?:stuck$|untyped:|broken:|failed:(?:internal_error|worker_died)$)/;

export const LIMITS = { fileSeconds: 20, readerMegabytes: 512, bombSeconds: 2 };

/** The value that so many of a hundred do not exceed; NaN of nothing. */
export function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

export function countBy(rows, keyOf) {
  const counts = new Map();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** Sentences, one for each thing that must not have happened; none where all is well. */
export const breachesOf = (result, limits = LIMITS) => [
  ...breachesOfRun(result),
  ...(result.largest.megabytes > limits.readerMegabytes ? [sizeOf(result.largest)] : []),
  ...[...result.bombs, ...result.files].flatMap((row) => breachesOfAny(row, limits)),
  ...result.bombs.flatMap((row) => breachesOfBomb(row, limits)),
  ...result.files.flatMap((row) => (row.seconds > limits.fileSeconds ? [tooSlow(row)] : [])),
];

function breachesOfRun({ bombs, files, wanted, services, isReady, isSettled, escaped }) {
  const found = [
    [bombs.length !== wanted.bombs, `${bombs.length} of ${wanted.bombs} bombs were sent`],
    [files.length !== wanted.files, `${files.length} of ${wanted.files} files were sent`],
    [bombs.length + files.length === 0, 'nothing was sent'],
    [services !== 1, `the service was ${services} processes, one after the other`],
    [!isReady, 'the service is not ready afterwards'],
    [!isSettled, 'documents are still under way'],
  ];
  return [
    ...found.filter(([is]) => is).map(([, sentence]) => sentence),
    ...escaped.map((place) => `${place} was written`),
  ];
}

function breachesOfAny({ name, code, megabytes = 0, leak, needsSandbox = false }, limits) {
  const found = [
    [FORBIDDEN.test(code), `${name}: ${code}`],
    [!needsSandbox && megabytes > limits.readerMegabytes, `${name}: ${Math.round(megabytes)} MB`],
    [Boolean(leak), `${name}: shows ${leak}`],
  ];
  return found.filter(([is]) => is).map(([, sentence]) => sentence);
}

function breachesOfBomb(row, limits) {
  // It grows until the sandbox ends it.
  if (row.needsSandbox) return row.seconds > limits.fileSeconds ? [tooSlow(row)] : [];
  if (KILLED.has(row.code)) return [`${row.name}: its process had to be ended (${row.code})`];
  return row.seconds > limits.bombSeconds ? [tooSlow(row)] : [];
}

const sizeOf = ({ megabytes, names }) =>
  `a reading process took ${Math.round(megabytes)} MB while one of these was read: ${names.join(', ')}`;
const tooSlow = ({ name, seconds }) => `${name}: ${seconds.toFixed(1)} s`;

const slowest = (rows) => rows.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5);
const largest = (rows) => rows.toSorted((a, b) => b.megabytes - a.megabytes).slice(0, 5);
const list = (entries) => entries.map(([key, count]) => `${key} ${count}`).join(', ');

/** The lines of the report. */
export function reportOf(result, breaches) {
  const { bombs, files, peaks, readers, normal, documents } = result;
  const rows = [...bombs, ...files];
  const killed = rows.filter(({ code }) => KILLED.has(code)).length;
  return [
    `bombs sent: ${bombs.length} of ${result.wanted.bombs} (${list(countBy(bombs, ({ family }) => family))})`,
    `files sent: ${files.length}`,
    `documents they became, with those inside: ${documents.reduce((sum, [, count]) => sum + count, 0)}`,
    `ends of bombs: ${list(countBy(bombs, ({ code }) => code))}`,
    `ends of files: ${list(countBy(files, ({ code }) => code))}`,
    `ends of all documents: ${list(documents)}`,
    `slowest: ${slowest(rows)
      .map(({ name, seconds }) => `${name} ${seconds.toFixed(2)} s`)
      .join(', ')}`,
    `largest reading processes of bombs: ${largest(bombs)
      .map(({ name, megabytes }) => `${name} ${Math.round(megabytes)} MB`)
      .join(', ')}`,
    `memory at most: service ${Math.round(peaks.service)} MB, one reading process ${Math.round(peaks.reader)} MB`,
    `deaths: service ${result.services - 1}, reading processes that had to be ended ${killed} (of ${readers} started)`,
    `hangs: ${rows.filter(({ code }) => code === 'stuck').length}`,
    `an ordinary document of another tenant, p95: ${percentile(normal.before, 95).toFixed(2)} s before (${normal.before.length}), ${percentile(normal.meanwhile, 95).toFixed(2)} s meanwhile (${normal.meanwhile.length})`,
    ...breaches.map((breach) => `BREACH ${breach}`),
    breaches.length === 0 ? 'no breach' : `${breaches.length} breaches`,
  ];
}
