import { toDollars } from '@app/llm';
import type { FastifyReply } from 'fastify';
import type { Report } from '../analytics.service.js';
import { csvOf } from '../domain/csv.js';
import type { Period } from '../domain/period.js';

export const usd = (nano: number) => ({ amount: toDollars(nano), currency: 'USD' });

interface WithCosts {
  readonly key: string;
  readonly cost: number;
  readonly savedCost: number;
}

type Cells<K extends string> = Readonly<Record<K, string | number | null>>;

/** A table instead of JSON where the request wants `text/csv`. */
export function tableOr<K extends string, B>(
  reply: FastifyReply,
  name: string,
  columns: readonly K[],
  rows: readonly Cells<K>[],
  body: () => B,
): string | B {
  if (!/\btext\/csv\b/.test(reply.request.headers.accept ?? '')) return body();
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`);
  return csvOf(columns, rows);
}

const daysOf = ({ from, to }: Period) => ({ from: from.toISOString(), to: to.toISOString() });

/** Rows of figures: in JSON with money as amount and currency, in a table as decimal dollars. */
export function answerOf<R extends WithCosts, K extends Extract<keyof R, string>, M extends object = object>(
  reply: FastifyReply,
  name: string,
  columns: readonly K[],
  report: Report<R>,
  more?: M,
) {
  const cells = report.rows.map((row) => ({ ...row, cost: toDollars(row.cost), savedCost: toDollars(row.savedCost) }));
  return tableOr(reply, name, columns, cells as unknown as readonly Cells<K>[], () => ({
    ...daysOf(report),
    groupBy: report.groupBy,
    rows: report.rows.map((row) => ({ ...row, cost: usd(row.cost), savedCost: usd(row.savedCost) })),
    ...more,
  }));
}
