import { type DynamicModule, Module } from '@nestjs/common';
import type { ConfigDefinition } from './define-config.js';
import { type Environment, loadAll } from './load-config.js';

/** Provides each part of the configuration under its token, everywhere. */
@Module({})
export class ConfigModule {
  static forRoot(definitions: readonly ConfigDefinition[], environment: Environment = process.env): DynamicModule {
    const providers = [...loadAll(definitions, environment)].map(([provide, useValue]) => ({ provide, useValue }));
    return { module: ConfigModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
