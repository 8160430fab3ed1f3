// The tables of bench/cascade.mjs, its line of JSON, and what it leaves in bench/results.
import { changes, reliability } from './cascade-figures.mjs';
import { markdownTable, saveResults } from './lib/report.mjs';

const number = (value, digits = 3) => (value === null || value === undefined ? '-' : value.toFixed(digits));
const say = (line = '') => process.stdout.write(`${line}\n`);

const runRow = ({ set, mode, documents, asked, bill, byPurpose, scored, type, trust }) => ({
  set,
  mode,
  documents,
  asked: number(asked, 2),
  calls: bill.calls,
  retries: byPurpose.retry ?? 0,
  'tokens in': Math.round(bill.tokensIn / documents),
  'tokens out': Math.round(bill.tokensOut / documents),
  '$ a 1,000': number((bill.usd / documents) * 1000),
  'p50 s': number(scored.secondsP50, 2),
  'p95 s': number(scored.secondsP95, 2),
  accuracy: number(scored.accuracy),
  type: number(type),
  sure: trust.sure,
  'sure, wrong': trust.sureWrong,
  ECE: number(trust.calibrationError),
});

const fieldRows = ({ set, runs }) =>
  Object.keys(runs[0].scored.fields ?? {}).map((field) => ({
    set,
    field,
    ...Object.fromEntries(runs.map(({ mode, scored: { fields } }) => [mode, number(fields[field])])),
  }));

/** The figures of one run, for a program. */
const figures = ({ set, mode, documents, asked, bill, scored, type, trust }) => ({
  set,
  mode,
  documents,
  asked,
  ...bill,
  usdADocument: bill.usd / documents,
  secondsP50: scored.secondsP50,
  secondsP95: scored.secondsP95,
  accuracy: scored.accuracy,
  fields: scored.fields,
  filledWhereEmpty: scored.filledWhereEmpty,
  type,
  ...trust,
});

const rounded = (_, value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

/** Prints all of it; answers whether the service's books are those of the provider. */
export function report(results, options) {
  const runs = results.flatMap((result) => result.runs);
  const of = (result, mode) => result.runs.find((run) => run.mode === mode);
  const asked = results.flatMap((result) =>
    ['cascade', 'everything'].map((mode) => ({ rows: of(result, mode).rows, local: of(result, 'local').rows })),
  );
  const kinds = reliability(asked);
  const differ = runs.flatMap((run) => run.differ);
  const savings = results.map((result) => ({
    set: result.set,
    costOfEverything: of(result, 'cascade').bill.usd / of(result, 'everything').bill.usd,
  }));
  say(`\n${markdownTable(runs.map(runRow))}`);
  const perField = results.filter(({ runs: [first] }) => first.scored.fields).flatMap(fieldRows);
  if (perField.length > 0) say(`\n${markdownTable(perField)}`);
  say(`\nHow values came about, in the cascade and with everything sent:\n`);
  say(
    markdownTable(kinds.map((kind) => ({ ...kind, confidence: number(kind.confidence), right: number(kind.right) }))),
  );
  say();
  for (const { set, costOfEverything } of savings)
    say(`${set}: the cascade costs ${number(costOfEverything * 100, 1)} % of sending everything.`);
  for (const line of differ) say(`FAILED ${line}`);
  const line = { ...options, bench: 'cascade', runs: runs.map(figures), savings, kinds, booksDiffer: differ.length };
  const worse = results.flatMap((result) =>
    result.runs
      .slice(1)
      .map(({ mode, rows }) => ({ set: result.set, mode, changes: changes(result.runs[0].rows, rows) })),
  );
  const said = results.map(({ set, said: each }) => ({ set, each }));
  say(`Differences in each field: ${saveResults('cascade', { ...line, said, worse })}`);
  say(JSON.stringify(line, rounded));
  return differ.length === 0;
}
