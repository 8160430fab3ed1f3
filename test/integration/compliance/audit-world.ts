import { SystemDatabase } from '@app/database';
import { Clock } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import pg from 'pg';
import { AuditAnchors } from '../../../apps/api/src/compliance/audit-anchors.js';
import { AuditChain } from '../../../apps/api/src/compliance/audit-chain.service.js';
import { AuditKeys } from '../../../apps/api/src/compliance/audit-keys.js';
import { AuditLog } from '../../../apps/api/src/compliance/audit-log.service.js';
import {
  AuditVerification,
  type Verification as AuditReport,
} from '../../../apps/api/src/compliance/audit-verification.service.js';
import { AuditChainRepository } from '../../../apps/api/src/compliance/data/audit-chain.repository.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';

export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly action: string;
  readonly actor: string | null;
  readonly actorRole: string | null;
  readonly resource: { readonly type: string; readonly id: string | null } | null;
  readonly outcome: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly source: string | null;
  readonly detail: { readonly given: string[]; readonly fields?: string[]; readonly verdicts?: object } | null;
  readonly seq: number | null;
}

export interface Verification {
  readonly state: 'intact' | 'broken';
  readonly entries: number;
  readonly chained: number;
  readonly head: { readonly number: number; readonly seq: number; readonly hash: string } | null;
  readonly problems: readonly { readonly seq: number | null; readonly kind: string; readonly detail: string }[];
}

/** The whole service with a look behind its back. */
export class AuditWorld {
  private constructor(
    readonly test: TestApp,
    /** Sees and may do everything. */
    readonly owner: pg.Client,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<AuditWorld> {
    const test = await startTestApp('all', environment);
    const owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
    await owner.connect();
    return new AuditWorld(test, owner);
  }

  private stopped = false;

  async stop(): Promise<void> {
    if (!this.stopped) await this.test.close();
    this.stopped = true;
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.stop();
  }

  get chain(): AuditChain {
    return this.test.app.get(AuditChain, { strict: false });
  }

  get log(): AuditLog {
    return this.test.app.get(AuditLog, { strict: false });
  }

  newTenant(): Promise<TestTenant> {
    return this.test.newTenant();
  }

  /** Writes what is noted and links all that is written. */
  async settle(): Promise<void> {
    await this.log.idle();
    // The first one may be a turn that began before.
    await this.chain.turn();
    await this.chain.turn();
  }

  /** The newest entries of a tenant, without the look at them itself. */
  async entries(tenant: TestTenant, query = ''): Promise<Entry[]> {
    await this.log.idle();
    const { body, status } = await tenant.api.get<{ items: Entry[] }>(`/v1/audit?limit=100${query}`);
    if (status !== 200) throw new Error(`The trail answered ${status}: ${JSON.stringify(body)}`);
    return body.items.filter(({ action }) => !action.startsWith('audit.'));
  }

  async verify(tenant: TestTenant): Promise<Verification> {
    const { body, status } = await tenant.api.get<Verification>('/v1/audit/verification');
    if (status !== 200) throw new Error(`The verification answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Verifies within the open transaction of the owner, as the application role, so that a ROLLBACK undoes what was tampered with. */
  async verifyInside(tenantId: string): Promise<AuditReport> {
    const { owner } = this;
    await owner.query(`SELECT set_config('app.tenant_id', $1, false), set_config('role', 'dossier_app', false)`, [
      tenantId,
    ]);
    try {
      return await runAsTenant(systemContext(tenantId), () => this.insider.verify());
    } finally {
      await owner.query('RESET ROLE');
    }
  }

  private get insider(): AuditVerification {
    const { app } = this.test;
    const query = (sql: string, values: unknown[]) => this.owner.query(sql, values);
    const database = {
      query,
      one: async (sql: string, values: unknown[]) => (await query(sql, values)).rows[0] ?? null,
    };
    const chain = new AuditChainRepository(database as never, app.get(SystemDatabase, { strict: false }));
    const [anchors, keys, clock] = [AuditAnchors, AuditKeys, Clock].map((token) =>
      app.get<never>(token, { strict: false }),
    );
    return new AuditVerification(chain, anchors as never, keys as never, clock as never);
  }
}

/** The UUID behind a public id. */
export const uuidOf = (id: string): string => id.replace(/^[a-z]+_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
