export { AuditVerification } from './audit-verification.service.js';
export { complianceConfig } from './compliance.config.js';
export { ComplianceModule } from './compliance.module.js';
