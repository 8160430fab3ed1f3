import { tableOr } from '@app/http';
import { toDollars } from '@app/llm';
import type { FastifyReply } from 'fastify';
import type { Report } from '../analytics.service.js';
import type { Period } from '../domain/period.js';

export const usd = (nano: number) => ({ amount: toDollars(nano), currency: 'USD' });

interface WithCosts {
  readonly key: string;
  readonly cost: number;
  readonly savedCost: number;
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
  return tableOr(
    reply,
    name,
    columns,
    cells as unknown as readonly Readonly<Record<K, string | number | null>>[],
    () => ({
      ...daysOf(report),
      groupBy: report.groupBy,
      rows: report.rows.map((row) => ({ ...row, cost: usd(row.cost), savedCost: usd(row.savedCost) })),
      ...more,
    }),
  );
}
