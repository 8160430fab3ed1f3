/** What a migration may grant to the two roles of the service. */
export interface TableAccess {
  /** Privileges of the application role, which always sees one tenant only. */
  readonly app: string;
  /** Privileges of the system role, which sees all tenants; left out where it must see none. */
  readonly system?: string;
  /** Column that holds the tenant; `id` for the table of tenants itself. */
  readonly column?: string;
}

/** Row-level security for one table: enabled, forced on the owner too, and checked on what is written. */
export function tenantTable(table: string, { app, system, column = 'tenant_id' }: TableAccess): string {
  const own = `${column} = NULLIF(current_setting('app.tenant_id', true), '')::uuid`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    `CREATE POLICY ${table}_tenant ON ${table} TO dossier_app USING (${own}) WITH CHECK (${own});`,
    `GRANT ${app} ON ${table} TO dossier_app;`,
    ...(system === undefined
      ? []
      : [
          `CREATE POLICY ${table}_system ON ${table} TO dossier_system USING (true) WITH CHECK (true);`,
          `GRANT ${system} ON ${table} TO dossier_system;`,
        ]),
  ].join('\n');
}
