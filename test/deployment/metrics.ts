import { collectDefaultMetrics, Registry } from 'prom-client';
import { filesBelow, readText } from './files.js';

/** Prometheus' own series, and labels that scraping adds. */
const BUILT_IN = ['up'];
const TARGET_LABELS = ['job', 'instance', 'component'];

/** Time series by name, with the labels that they have. */
export type Series = ReadonlyMap<string, ReadonlySet<string>>;

const seriesOf = (name: string, type: string, labels: readonly string[]): [string, ReadonlySet<string>][] => {
  const own = new Set([...TARGET_LABELS, ...labels]);
  if (type !== 'histogram' && type !== 'summary') return [[name, own]];
  const [detail, label] = type === 'histogram' ? [`${name}_bucket`, 'le'] : [name, 'quantile'];
  return [
    [`${name}_count`, own],
    [`${name}_sum`, own],
    [detail, new Set([...own, label])],
  ];
};

/** What the rooms and libs declare in their sources. */
function declared(): [string, ReadonlySet<string>][] {
  const sources = ['apps', 'libs']
    .flatMap((folder) => filesBelow(folder, '.ts'))
    .filter((path) => !path.endsWith('.spec.ts'));
  return sources.flatMap((path) =>
    [...readText(path).matchAll(/make(Counter|Gauge|Histogram)Provider\(\{([^}]*)\}\)/g)].flatMap(([, type, body]) => {
      const name = /name: '([^']+)'/.exec(body!)?.[1];
      if (name === undefined) throw new Error(`a metric without a name in ${path}`);
      const labels = /labelNames: \[([^\]]*)\]/.exec(body!)?.[1]?.match(/[a-z_]+/g) ?? [];
      return seriesOf(name, type!.toLowerCase(), labels);
    }),
  );
}

/** What prom-client measures by itself. */
function defaults(): [string, ReadonlySet<string>][] {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const metrics = registry.getMetricsAsArray() as unknown as {
    name: string;
    labelNames: string[];
    constructor: { name: string };
  }[];
  return metrics.flatMap(({ name, labelNames, constructor }) =>
    seriesOf(name, constructor.name.toLowerCase(), labelNames),
  );
}

export const existingSeries = (): Series =>
  new Map([...declared(), ...defaults(), ...BUILT_IN.map((name) => [name, new Set(TARGET_LABELS)] as const)]);

const OPERATORS = new Set(['and', 'bool', 'offset', 'or', 'unless']);

export interface Selected {
  readonly name: string;
  readonly labels: readonly string[];
}

/** The series that a PromQL expression selects, with the labels that it selects by. */
export function selectedSeries(expression: string): Selected[] {
  const bare = expression
    .replace(/"[^"]*"|'[^']*'/g, '""')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  return [...bare.matchAll(/([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(\(|\{[^}]*\})?/g)]
    .filter(([, name, rest]) => rest !== '(' && !OPERATORS.has(name!))
    .map(([, name, rest]) => ({ name: name!, labels: (rest ?? '').match(/[a-z_]+(?=\s*[!=])/g) ?? [] }));
}

/** What an expression asks for that does not exist. */
export const missingSeries = (expression: string, series: Series): string[] =>
  selectedSeries(expression).flatMap(({ name, labels }) => {
    const known = series.get(name);
    if (!known) return [name];
    return labels.filter((label) => !known.has(label)).map((label) => `${name}{${label}}`);
  });
