import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const complianceConfig = defineConfig('compliance', {
  auditKeys: setting(
    'AUDIT_KEYS',
    value.optionalText(),
    'Secrets of the audit trail, 24 characters or more, separated by commas: the first one signs, the others only verify; keys/audit.txt in DATA_DIR where absent',
    { secret: true },
  ),
  endedTenantDays: setting(
    'AUDIT_ENDED_TENANT_DAYS',
    value.integer(1_095, 0, 36_500),
    'Days after the erasure of a tenant for which its audit trail is kept; 0 keeps it for good',
  ),
});
export type ComplianceConfig = ConfigOf<typeof complianceConfig>;
