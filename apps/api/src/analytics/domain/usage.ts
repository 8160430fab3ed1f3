export const USAGE_GROUPS = ['day', 'type', 'engine', 'model', 'user'] as const;
export type UsageGroup = (typeof USAGE_GROUPS)[number];

export const ADMIN_USAGE_GROUPS = [...USAGE_GROUPS, 'tenant'] as const;
export type AdminUsageGroup = (typeof ADMIN_USAGE_GROUPS)[number];

/** Sums over ledger lines of one group. */
export interface UsageRow {
  /** The day, type, engine, model, user or tenant; `none` where a line has none. */
  readonly key: string;
  readonly documents: number;
  readonly pages: number;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars, decimal string. */
  readonly cost: string;
  readonly cacheHits: number;
  readonly durationMsP50: number;
  readonly durationMsP95: number;
}

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const DAY_MS = 86_400_000;

/** The last thirty days where nothing else is asked for; `to` is exclusive. */
export function periodOf(from: string | undefined, to: string | undefined, now: number): Period {
  const end = to === undefined ? new Date(now) : new Date(to);
  return { from: from === undefined ? new Date(end.getTime() - 30 * DAY_MS) : new Date(from), to: end };
}

const COLUMNS = [
  'key',
  'documents',
  'pages',
  'calls',
  'tokensIn',
  'tokensOut',
  'cost',
  'cacheHits',
  'durationMsP50',
  'durationMsP95',
] as const;

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const usageCsv = (rows: readonly UsageRow[]): string =>
  [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','))].join('\r\n') + '\r\n';
