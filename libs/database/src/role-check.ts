import { AppError } from '@app/kernel';
import type { DataSource } from 'typeorm';
import { migrations } from './migrations/registry.js';

interface RoleFacts {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly owned: number;
}

/**
 * Refuses a role for which row-level security would not hold: a superuser, a role with BYPASSRLS, or one that owns
 * tables or is a member of a role that does.
 */
export async function requireHarmlessRole(source: DataSource): Promise<void> {
  const [facts] = (await source.query(`
    SELECT current_user AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypass,
           (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
               AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owned
      FROM pg_roles r WHERE r.rolname = current_user`)) as RoleFacts[];
  if (!facts)
    throw new AppError('unsafe_database_role', 'invalid', { detail: 'The database role cannot be examined.' });
  const reasons = [
    facts.superuser && 'is a superuser',
    facts.bypass && 'may bypass row-level security (BYPASSRLS)',
    facts.owned > 0 && `owns ${facts.owned} tables or is a member of their owner`,
  ].filter(Boolean);
  if (reasons.length > 0)
    throw new AppError('unsafe_database_role', 'invalid', {
      detail: `The database role "${facts.name}" ${reasons.join(' and ')}: tenants would not be kept apart. Use the role that the migrations create.`,
    });
}

/** Refuses a database that the migrations have not brought to the version of this code. */
export async function requireCurrentSchema(source: DataSource): Promise<void> {
  const [exists] = (await source.query(`SELECT to_regclass('public.schema_migrations') IS NOT NULL AS yes`)) as {
    yes: boolean;
  }[];
  const rows = exists?.yes ? ((await source.query('SELECT id FROM schema_migrations')) as { id: string }[]) : [];
  const applied = new Set(rows.map(({ id }) => id));
  const missing = migrations.filter(({ id }) => !applied.has(id)).map(({ id }) => id);
  if (missing.length > 0)
    throw new AppError('schema_outdated', 'invalid', {
      detail: `The database lacks the migrations ${missing.join(', ')}. Run the same version once with PROCESS_ROLE=migrate.`,
    });
}
