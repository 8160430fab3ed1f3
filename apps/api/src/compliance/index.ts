export { complianceConfig } from './compliance.config.js';
export { ComplianceModule } from './compliance.module.js';
