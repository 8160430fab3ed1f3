/**
 * Condition on rows of tenants that this instance may work for: those of its region, or all of them where it has none. `parameter`
 * is the place of the region among the parameters of the statement (null for none), `column` holds the tenant.
 */
export const servedTenants = (parameter: number, column = 'tenant_id'): string =>
  `($${parameter}::text IS NULL OR ${column} IN (SELECT id FROM tenants WHERE region = $${parameter}))`;
