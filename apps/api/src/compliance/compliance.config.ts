import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const complianceConfig = defineConfig('compliance', {
  auditKeys: setting(
    'AUDIT_KEYS',
    value.optionalText(),
    'Secrets of the audit trail, 24 characters or more, separated by commas: the first one signs, the others only verify; keys/audit.txt in DATA_DIR where absent',
    { secret: true },
  ),
});
export type ComplianceConfig = ConfigOf<typeof complianceConfig>;
