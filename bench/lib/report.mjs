// Results: Markdown for people, JSON in bench/results for programs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/prepare.mjs';

/** Rows with the same keys as a Markdown table; numbers stand on the right. */
export function markdownTable(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, at) => Math.max(3, ...cells.map((row) => row[at].length)));
  const isNumber = columns.map((_, at) => cells.slice(1).every((row) => /^([\d.,–×%-]|\s)*$/.test(row[at])));
  const line = (row) =>
    `| ${row.map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (isNumber[at] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

/** Writes `bench/results/<name>-<time>.json`; answers its path. */
export function saveResults(name, results) {
  const folder = join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const path = join(folder, `${name}-${at.replace(/[:.]/g, '-')}.json`);
  const machine = { cores: availableParallelism(), cpu: cpus()[0]?.model, memory: totalmem(), node: process.version };
  writeFileSync(path, JSON.stringify({ name, at, machine, ...results }, null, 2));
  return path;
}
