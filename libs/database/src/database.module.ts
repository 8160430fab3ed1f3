import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type DatabaseConfig, databaseConfig } from './database.config.js';
import { openDataSource } from './data-source.js';
import { SystemDatabase, TenantDatabase } from './databases.js';
import { requireCurrentSchema, requireHarmlessRole } from './role-check.js';

const settingsOf = ({ statementTimeoutMs, connectTimeoutMs }: DatabaseConfig) => ({
  statementTimeoutMs,
  connectTimeoutMs,
});

/** Closes the pools last, when nothing can ask for a connection any more. */
@Injectable()
class DatabaseShutdown implements OnApplicationShutdown {
  constructor(
    @Inject(TenantDatabase) private readonly tenant: TenantDatabase,
    @Inject(SystemDatabase) private readonly system: SystemDatabase,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([this.tenant.source.destroy(), this.system.source.destroy()]);
  }
}

/** Provides `TenantDatabase` and `SystemDatabase` everywhere, once their roles are known to be harmless. */
@Global()
@Module({
  providers: [
    {
      provide: TenantDatabase,
      inject: [databaseConfig.token],
      useFactory: async (config: DatabaseConfig) => {
        const { url, poolSize } = config;
        const source = await openDataSource({ ...settingsOf(config), url, poolSize, applicationName: 'dossier' });
        await requireHarmlessRole(source);
        await requireCurrentSchema(source);
        return new TenantDatabase(source);
      },
    },
    {
      provide: SystemDatabase,
      inject: [databaseConfig.token],
      useFactory: async (config: DatabaseConfig) => {
        const { systemUrl: url, systemPoolSize: poolSize } = config;
        const source = await openDataSource({
          ...settingsOf(config),
          url,
          poolSize,
          applicationName: 'dossier-system',
        });
        await requireHarmlessRole(source);
        return new SystemDatabase(source);
      },
    },
    DatabaseShutdown,
  ],
  exports: [TenantDatabase, SystemDatabase],
})
export class DatabaseModule {}
