import { newUuid } from '@app/kernel';
import fc from 'fast-check';
import type pg from 'pg';
import type { AnalyticsHarness } from './analytics-harness.js';
import {
  type CallEnd,
  type CallLine,
  closeCall,
  expireCall,
  noteHit,
  openCall,
  type WorkLine,
  writeWork,
} from './ledger-writer.js';

/** Rolls up until nothing more can be at once. */
export async function rollUp({ jobs }: AnalyticsHarness, instance: 0 | 1, most = 1_000): Promise<void> {
  while (await jobs[instance].rollUp(most));
}

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const common = { tenant: fc.nat(1), daysAgo: fc.nat(3), user: pick(null, 0, 1) };
const work = fc.record({
  ...common,
  kind: fc.constant('work' as const),
  late: fc.boolean(),
  document: pick(null, 0, 1, 2),
  purpose: pick('read', 'classify', 'extract', 'triage', 'answer'),
  type: pick(null, 'invoice', '=letter'),
  engine: pick('local', 'embedded-data'),
  model: pick(null, 'p/m'),
  pages: fc.nat(9),
  ms: fc.oneof(fc.nat(30), fc.nat(600_000)),
  fill: fc.option(fc.nat(1000)),
  reused: fc.boolean(),
});
const call = {
  ...common,
  purpose: pick('classify', 'extract'),
  provider: pick('p', 'q'),
  type: pick(null, 'invoice'),
  attempt: fc.integer({ min: 1, max: 3 }),
  reserved: fc.nat(1_000_000),
};
const which = fc.nat(7);
export const step = fc.oneof(
  { weight: 4, arbitrary: work },
  { weight: 3, arbitrary: fc.record({ ...call, kind: fc.constant('open' as const), late: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...call, kind: fc.constant('hit' as const), late: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      late: fc.boolean(),
      which,
      outcome: pick('answered', 'server-error', 'refusal'),
      tokens: fc.nat(5_000),
      cost: fc.nat(1_000_000),
      ms: fc.nat(90_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('expire' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('commit' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('roll' as const),
      instance: pick<0 | 1>(0, 1),
      most: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('roll together' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('look' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Two tenants, calls that are open, and transactions that have written but not committed. */
export class World {
  private readonly users = [newUuid(), newUuid()];
  private readonly documents = [newUuid(), newUuid(), newUuid()];
  private readonly calls: { id: string; busy: boolean }[] = [];
  private readonly late: { client: pg.Client; calls: { busy: boolean }[] }[] = [];

  constructor(
    private readonly test: AnalyticsHarness,
    readonly tenants: readonly [string, string],
    private readonly spare: pg.Client[],
  ) {}

  async do(next: Step): Promise<void> {
    switch (next.kind) {
      case 'work':
        return this.write(next.late, (client) => writeWork(client, this.named(next) as WorkLine));
      case 'hit':
        return this.write(next.late, (client) => noteHit(client, this.named(next) as CallLine));
      case 'open':
        // The call of a transaction that has not ended is nobody's to close.
        return this.write(next.late, async (client) => {
          const id = await openCall(client, this.named(next) as CallLine);
          if (client === this.test.owner) this.calls.push({ id, busy: false });
        });
      case 'close':
        return this.end(next.which, next.late, (client, id) => closeCall(client, id, next as CallEnd));
      case 'expire':
        return this.end(next.which, false, expireCall);
      case 'commit':
        return this.commit(next.which);
      case 'roll':
        return void (await this.test.jobs[next.instance].rollUp(next.most));
      case 'roll together':
        return void (await Promise.all([rollUp(this.test, 0, 5), rollUp(this.test, 1, 5), rollUp(this.test, 0, 3)]));
      case 'look':
        return;
    }
  }

  async settle(): Promise<void> {
    while (this.late.length > 0) await this.commit(0);
  }

  private named(line: { tenant: number; user: number | null; document?: number | null }): object {
    const document = line.document == null ? null : this.documents[line.document];
    const user = line.user === null ? null : this.users[line.user];
    return { ...line, tenant: this.tenants[line.tenant as 0 | 1], user, document };
  }

  private async write(late: boolean, insert: (client: pg.Client) => Promise<void>, calls: { busy: boolean }[] = []) {
    const client = late ? this.spare.pop() : undefined;
    if (!client) return insert(this.test.owner);
    await client.query('BEGIN');
    await insert(client);
    this.late.push({ client, calls });
  }

  private async end(which: number, late: boolean, work: (client: pg.Client, id: string) => Promise<void>) {
    const free = this.calls.filter(({ busy }) => !busy);
    const call = free[which % Math.max(1, free.length)];
    if (!call) return;
    call.busy = late && this.spare.length > 0;
    await this.write(late, (client) => work(client, call.id), [call]);
  }

  private async commit(which: number): Promise<void> {
    const [done] = this.late.splice(which % Math.max(1, this.late.length), 1);
    if (!done) return;
    await done.client.query('COMMIT');
    for (const call of done.calls) call.busy = false;
    this.spare.push(done.client);
  }
}
