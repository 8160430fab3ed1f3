import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type DatabaseConfig, databaseConfig } from './database.config.js';
import { openDataSource } from './data-source.js';
import { SystemDatabase, TenantDatabase } from './databases.js';
import { requireHarmlessRole } from './role-check.js';

const settingsOf = (config: DatabaseConfig) => ({
  statementTimeoutMs: config.statementTimeoutMs,
  connectTimeoutMs: config.connectTimeoutMs,
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

/** Provides `TenantDatabase` and `SystemDatabase` everywhere. Entities are handed over by the rooms' data folders. */
@Module({})
export class DatabaseModule {
  static forRoot(entities: readonly (abstract new () => object)[] = []): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: TenantDatabase,
          inject: [databaseConfig.token],
          useFactory: async (config: DatabaseConfig) => {
            const { url, poolSize } = config;
            const source = await openDataSource({
              ...settingsOf(config),
              url,
              poolSize,
              entities,
              applicationName: 'dossier',
            });
            await requireHarmlessRole(source);
            return new TenantDatabase(source);
          },
        },
        {
          provide: SystemDatabase,
          inject: [databaseConfig.token],
          useFactory: async (config: DatabaseConfig) => {
            const source = await openDataSource({
              ...settingsOf(config),
              url: config.systemUrl,
              poolSize: config.systemPoolSize,
              applicationName: 'dossier-system',
            });
            await requireHarmlessRole(source);
            return new SystemDatabase(source);
          },
        },
        DatabaseShutdown,
      ],
      exports: [TenantDatabase, SystemDatabase],
    };
  }
}
