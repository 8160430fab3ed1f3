import { ENDED } from './0033-subject-exports.migration.js';
import type { Migration } from './migration.js';

/** Tables of the trail of a tenant, of which the system role takes rows away when the time of an ended tenant's trail is over. */
const TRAIL = ['audit_entries', 'audit_links', 'audit_heads'];

/**
 * What platform administrators do stands in the audit trail: the table of before goes. Older versions of a tenant's data key may go while
 * the tenant lives. The trail of an ended tenant has an end.
 */
export const endsOfKeysAndTrailsMigration: Migration = {
  id: '0035-ends-of-keys-and-trails',
  sql: `
-- Entries of before cannot join a chain: nothing authenticated them when they were written, and a link made now would say that something
-- had. Where there are any, the owner of the database keeps them; the service has no use of them and no access.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM platform_audit) THEN
    REVOKE ALL ON platform_audit FROM dossier_system;
    COMMENT ON TABLE platform_audit IS 'Read-only record from before the audit trail; may be dropped when it is not needed any more.';
  ELSE
    DROP TABLE platform_audit;
  END IF;
END $$;

-- Version 0 is the root of blind values, which has to outlive the first data key.
ALTER TABLE tenant_data_keys
  DROP CONSTRAINT tenant_data_keys_version_check,
  ADD CONSTRAINT tenant_data_keys_version_check CHECK (version >= 0);

-- Until when the trail is kept: set when the data of the tenant have gone.
ALTER TABLE tenant_deletions ADD COLUMN trail_until timestamptz;
CREATE INDEX tenant_deletions_trail ON tenant_deletions (trail_until) WHERE trail_until IS NOT NULL;

${TRAIL.map(
  (table) => `GRANT DELETE ON ${table} TO dossier_system;
CREATE POLICY ${table}_ended ON ${table} AS RESTRICTIVE FOR DELETE TO dossier_system USING (${ENDED} AND EXISTS (
  SELECT 1 FROM tenant_deletions d WHERE d.tenant_id = ${table}.tenant_id AND d.state = 'succeeded' AND d.trail_until <= now()));`,
).join('\n')}
`,
};
