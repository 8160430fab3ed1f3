import { runtimeConfig } from '@app/config';
import { storageConfig } from '@app/storage';
import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { SignInWatch } from '../auth/index.js';
import { TenantsModule } from '../tenants/index.js';
import { AuditAnchors } from './audit-anchors.js';
import { AuditKeys } from './audit-keys.js';
import { AuditLog } from './audit-log.service.js';
import { loadAuditKeys } from './audit-secrets.js';
import { AuditVerification } from './audit-verification.service.js';
import { AuditService } from './audit.service.js';
import { complianceConfig } from './compliance.config.js';
import { AuditMetrics, COMPLIANCE_METRICS } from './compliance.metrics.js';
import { AuditChainRepository } from './data/audit-chain.repository.js';
import { AuditEntriesRepository } from './data/audit-entries.repository.js';
import { AuditController } from './http/audit.controller.js';
import { AuditInterceptor } from './http/audit.interceptor.js';
import { RequestAudit } from './http/request-audit.js';
import { LifecycleAudit } from '../lifecycle/index.js';
import { LifecycleTrail } from './lifecycle-trail.service.js';
import { SignInAudit } from './sign-in-audit.service.js';

/** Global, because auth tells it of sign-ins through a port of its own. */
@Global()
@Module({
  imports: [TenantsModule],
  controllers: [AuditController],
  providers: [
    {
      provide: AuditKeys,
      inject: [complianceConfig.token, storageConfig.token, runtimeConfig.token],
      useFactory: loadAuditKeys,
    },
    AuditAnchors,
    AuditChainRepository,
    AuditEntriesRepository,
    AuditLog,
    AuditMetrics,
    ...COMPLIANCE_METRICS,
    AuditService,
    AuditVerification,
    RequestAudit,
    { provide: SignInWatch, useClass: SignInAudit },
    { provide: LifecycleAudit, useClass: LifecycleTrail },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
  ],
  exports: [
    SignInWatch,
    LifecycleAudit,
    AuditAnchors,
    AuditChainRepository,
    AuditEntriesRepository,
    AuditKeys,
    AuditMetrics,
    AuditVerification,
  ],
})
export class ComplianceModule {}
