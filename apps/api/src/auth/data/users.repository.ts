import { SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { AppError, newUuid } from '@app/kernel';
import type { Role } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { emailTaken } from '../auth.errors.js';
import type { AttemptState } from '../domain/lockout.js';

export const USER_STATUSES = ['active', 'disabled'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

export interface User {
  readonly tenantId: string;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly platformAdmin: boolean;
  readonly status: UserStatus;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A user who may act, and where the data of the tenant are kept. */
export interface ActiveUser extends User {
  readonly region: string;
}

/** A user as sign-in sees one. */
export interface Candidate extends User {
  readonly passwordHash: string;
}

export interface NewUser {
  readonly tenantId: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly platformAdmin: boolean;
}

export interface UserChange {
  readonly role?: Role;
  readonly status?: UserStatus;
  readonly passwordHash?: string;
}

interface UserRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly platform_admin: boolean;
  readonly status: UserStatus;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const COLUMNS = ['tenant_id', 'id', 'email', 'role', 'platform_admin', 'status', 'created_at', 'updated_at'];
const SELECTED = COLUMNS.join(', ');

/** SQLSTATE of a broken unique constraint. */
const UNIQUE_VIOLATION = '23505';

const userOf = (row: UserRow): User => ({
  tenantId: row.tenant_id,
  id: row.id,
  email: row.email,
  role: row.role,
  platformAdmin: row.platform_admin,
  status: row.status,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** Rows of users: by the application role for the people of a tenant, by the system role while the tenant is unknown. */
@Injectable()
export class UsersRepository {
  constructor(
    private readonly own: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  /** One transaction that sees only the tenant of the running context. */
  asTenant<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.own.transaction(work);
  }

  asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.system.transaction(work);
  }

  async list(after: string | null, limit: number): Promise<User[]> {
    const { rows } = await this.own.query<UserRow>(
      `SELECT ${SELECTED} FROM users WHERE $1::uuid IS NULL OR id > $1::uuid ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(userOf);
  }

  async find(tx: Transaction, id: string): Promise<User | null> {
    const row = await tx.one<UserRow>(`SELECT ${SELECTED} FROM users WHERE id = $1 FOR UPDATE`, [id]);
    return row && userOf(row);
  }

  /**
   * Ids of the active administrators of the tenant, locked until the transaction ends: of two who remove each other at
   * the same time, the second one sees what the first one did.
   */
  async lockAdmins(tx: Transaction): Promise<string[]> {
    const { rows } = await tx.query<{ id: string }>(
      `SELECT id FROM users WHERE role = 'admin' AND status = 'active' ORDER BY id FOR UPDATE`,
    );
    return rows.map(({ id }) => id);
  }

  async insert(tx: Transaction, user: NewUser): Promise<User> {
    try {
      const row = await tx.one<UserRow>(
        `INSERT INTO users (tenant_id, id, email, password_hash, role, platform_admin)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${SELECTED}`,
        [user.tenantId, newUuid(), user.email, user.passwordHash, user.role, user.platformAdmin],
      );
      if (!row) throw new AppError('user_not_written', 'bug');
      return userOf(row);
    } catch (error) {
      throw (error as { code?: unknown }).code === UNIQUE_VIOLATION ? emailTaken(error) : error;
    }
  }

  async update(tx: Transaction, id: string, change: UserChange): Promise<User> {
    const row = await tx.one<UserRow>(
      `UPDATE users SET role = COALESCE($2, role), status = COALESCE($3, status),
              password_hash = COALESCE($4, password_hash), updated_at = now(),
              failed_attempts = CASE WHEN $4::text IS NULL THEN failed_attempts ELSE 0 END,
              locked_until = CASE WHEN $4::text IS NULL THEN locked_until END
        WHERE id = $1 RETURNING ${SELECTED}`,
      [id, change.role ?? null, change.status ?? null, change.passwordHash ?? null],
    );
    if (!row) throw new AppError('user_not_written', 'bug');
    return userOf(row);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query('DELETE FROM users WHERE id = $1', [id]);
  }

  /** Users of active tenants with this address; of one tenant where its slug is given. The oldest ones first. */
  async findCandidates(email: string, slug: string | null, limit: number): Promise<Candidate[]> {
    const { rows } = await this.system.query<UserRow & { password_hash: string }>(
      `SELECT ${COLUMNS.map((column) => `u.${column}`).join(', ')}, u.password_hash
         FROM users u JOIN tenants t ON t.id = u.tenant_id
        WHERE u.email = $1 AND t.status = 'active' AND ($2::text IS NULL OR t.slug = $2)
        ORDER BY u.created_at, u.id LIMIT $3`,
      [email, slug, limit],
    );
    return rows.map((row) => ({ ...userOf(row), passwordHash: row.password_hash }));
  }

  /** A user, if both the user and the tenant are active. By the system role: it is asked before a context exists. */
  async findActive(tenantId: string, id: string, tx?: Transaction): Promise<ActiveUser | null> {
    const row = await (tx ?? this.system).one<UserRow & { region: string }>(
      `SELECT ${COLUMNS.map((column) => `u.${column}`).join(', ')}, t.region
         FROM users u JOIN tenants t ON t.id = u.tenant_id
        WHERE u.tenant_id = $1 AND u.id = $2 AND u.status = 'active' AND t.status = 'active'`,
      [tenantId, id],
    );
    return row && { ...userOf(row), region: row.region };
  }

  /** Replaces what an account remembers of wrong passwords; the row is locked between reading and writing. */
  async updateAttempts(
    user: { readonly tenantId: string; readonly id: string },
    next: (state: AttemptState) => AttemptState,
    tx: Transaction,
  ): Promise<AttemptState> {
    const key = [user.tenantId, user.id];
    const row = await tx.one<{ failed_attempts: number; locked_until: Date | null }>(
      'SELECT failed_attempts, locked_until FROM users WHERE tenant_id = $1 AND id = $2 FOR UPDATE',
      key,
    );
    const before = { failedAttempts: row?.failed_attempts ?? 0, windowEnd: row?.locked_until ?? null };
    const after = next(before);
    if (after !== before)
      await tx.query('UPDATE users SET failed_attempts = $3, locked_until = $4 WHERE tenant_id = $1 AND id = $2', [
        ...key,
        after.failedAttempts,
        after.windowEnd,
      ]);
    return before;
  }
}
