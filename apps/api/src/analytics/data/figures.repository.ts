import { type Rows, SystemDatabase, TenantDatabase } from '@app/database';
import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { tooManyGroups } from '../analytics.errors.js';
import type { Group, Measure, Sums } from '../domain/figures.js';
import type { Period } from '../domain/period.js';
import type { Times } from '../domain/times.js';
import { figuresSql } from './rollups-sql.js';

/** More than anybody reads, less than makes a process suffer. */
const MOST_GROUPS = 10_000;

type Row = Readonly<Record<Measure, number>> & {
  readonly name: string;
  readonly work_times: Times;
  readonly call_times: Times;
};

const keyOf = (group: Group, name: string): string => {
  if (name === '') return 'none';
  return group === 'user' || group === 'tenant' ? publicId(group, name) : name;
};

const sumsOf =
  (group: Group) =>
  ({ name, work_times: workTimes, call_times: callTimes, ...sums }: Row): Sums => ({
    ...sums,
    key: keyOf(group, name),
    workTimes,
    callTimes,
  });

/** Sums of the ledgers by group: exact, whether or not the job has rolled everything up. */
@Injectable()
export class FiguresRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  /** Of the tenant in the running context. Throws `too_many_groups`. */
  ofTenant(period: Period, group: Group): Promise<Sums[]> {
    return this.read(this.database, period, group);
  }

  /** Over all tenants, for platform administrators. Throws `too_many_groups`. */
  ofAll(period: Period, group: Group): Promise<Sums[]> {
    return this.read(this.system, period, group);
  }

  private async read(database: TenantDatabase | SystemDatabase, { from, to }: Period, group: Group): Promise<Sums[]> {
    const days = [from, to].map((date) => date.toISOString().slice(0, 10));
    const { rows }: Rows<Row> = await database.query<Row>(figuresSql(group), [...days, MOST_GROUPS + 1]);
    if (rows.length > MOST_GROUPS) throw tooManyGroups(MOST_GROUPS);
    return rows.map(sumsOf(group));
  }
}
