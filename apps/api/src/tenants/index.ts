export { ClassifierDirectory } from './classifier-directory.js';
export { PlatformAudit } from './data/platform-audit.js';
export type { TenantSettings } from './domain/tenant-settings.js';
export { slugOf, type Tenant } from './domain/tenant.js';
export { NewTenantDto, TenantDto, toTenantDto } from './http/dto/tenant.dto.js';
export { SettingsWatch } from './settings-watch.js';
export { tenantsConfig } from './tenants.config.js';
export { TenantsModule } from './tenants.module.js';
export { TenantsService } from './tenants.service.js';
